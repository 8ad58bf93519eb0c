#include "starter.h"

// What a new project begins with stands in Starter/; the words that every flow needs are those of this project.
// The compiler reads the files, so that there is no second copy to keep up to date.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t readme_md[] = {
#embed "../../Starter/README.md"
};
static const uint8_t flows_registration_yaml[] = {
#embed "../../Starter/flows/registration.yaml"
};
static const uint8_t flows_fields_yaml[] = {
#embed "../../Starter/flows/fields.yaml"
};
static const uint8_t flows_effects_yaml[] = {
#embed "../../Starter/flows/effects.yaml"
};
static const uint8_t flows_scenarios_registration_yaml[] = {
#embed "../../Starter/flows/scenarios/registration.yaml"
};
static const uint8_t locales_en_yaml[] = {
#embed "../../Starter/locales/en.yaml"
};
static const uint8_t common_locales_en_yaml[] = {
#embed "../../locales/en.yaml"
};
static const uint8_t locales_ru_yaml[] = {
#embed "../../Starter/locales/ru.yaml"
};
static const uint8_t common_locales_ru_yaml[] = {
#embed "../../locales/ru.yaml"
};
static const uint8_t locales_zh_yaml[] = {
#embed "../../Starter/locales/zh.yaml"
};
static const uint8_t common_locales_zh_yaml[] = {
#embed "../../locales/zh.yaml"
};
static const uint8_t locales_id_yaml[] = {
#embed "../../Starter/locales/id.yaml"
};
static const uint8_t common_locales_id_yaml[] = {
#embed "../../locales/id.yaml"
};
static const uint8_t locales_cs_yaml[] = {
#embed "../../Starter/locales/cs.yaml"
};
static const uint8_t common_locales_cs_yaml[] = {
#embed "../../locales/cs.yaml"
};
static const uint8_t locales_messages_yaml[] = {
#embed "../../Starter/locales/messages.yaml"
};
static const uint8_t common_locales_messages_yaml[] = {
#embed "../../locales/messages.yaml"
};
static const uint8_t locales_mailboxes_yaml[] = {
#embed "../../locales/mailboxes.yaml"
};
static const uint8_t schemas_flow_json[] = {
#embed "../../schemas/flow.schema.json"
};
static const uint8_t schemas_fields_json[] = {
#embed "../../schemas/fields.schema.json"
};
static const uint8_t schemas_effects_json[] = {
#embed "../../schemas/effects.schema.json"
};
static const uint8_t schemas_scenarios_json[] = {
#embed "../../schemas/scenarios.schema.json"
};

#define FILE(path, bytes, is_common) {path, bytes, (int32_t)sizeof bytes, is_common}

// What is common to all flows follows what is the starter's own in the same file.
static const paifang_starter_file files[] = {
    FILE("README.md", readme_md, 0),
    FILE("flows/registration.yaml", flows_registration_yaml, 0),
    FILE("flows/fields.yaml", flows_fields_yaml, 0),
    FILE("flows/effects.yaml", flows_effects_yaml, 0),
    FILE("flows/scenarios/registration.yaml", flows_scenarios_registration_yaml, 0),
    FILE("locales/en.yaml", locales_en_yaml, 0),
    FILE("locales/en.yaml", common_locales_en_yaml, 1),
    FILE("locales/ru.yaml", locales_ru_yaml, 0),
    FILE("locales/ru.yaml", common_locales_ru_yaml, 1),
    FILE("locales/zh.yaml", locales_zh_yaml, 0),
    FILE("locales/zh.yaml", common_locales_zh_yaml, 1),
    FILE("locales/id.yaml", locales_id_yaml, 0),
    FILE("locales/id.yaml", common_locales_id_yaml, 1),
    FILE("locales/cs.yaml", locales_cs_yaml, 0),
    FILE("locales/cs.yaml", common_locales_cs_yaml, 1),
    FILE("locales/messages.yaml", locales_messages_yaml, 0),
    FILE("locales/messages.yaml", common_locales_messages_yaml, 1),
    FILE("locales/mailboxes.yaml", locales_mailboxes_yaml, 0),
    FILE("schemas/flow.schema.json", schemas_flow_json, 0),
    FILE("schemas/fields.schema.json", schemas_fields_json, 0),
    FILE("schemas/effects.schema.json", schemas_effects_json, 0),
    FILE("schemas/scenarios.schema.json", schemas_scenarios_json, 0),
};

int32_t paifang_starter_count(void) { return (int32_t)(sizeof files / sizeof files[0]); }

paifang_starter_file paifang_starter_at(int32_t index) {
    if (index < 0 || index >= paifang_starter_count()) return (paifang_starter_file){0};
    return files[index];
}
