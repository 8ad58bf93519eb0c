import Glibc

/// The processors of this machine.
enum Processors {
    /// How many can be used; at least one.
    static var count: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
