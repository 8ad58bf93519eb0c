#include <libxml/xmlversion.h>
// Else libxml2 would bring the system's ICU headers, which collide with those that Foundation brings of its own ICU.
// Only the layout of its encoding handlers depends on it, and nothing here looks into one.
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
#include <libxml/xmlerror.h>
