import CICUBridge
import Testing

@Suite("Time zones")
struct ZoneTests {
    private func offset(_ zone: String, _ instant: Int64) -> Int32? {
        var offset: Int32 = 0
        return pf_zone_offset(zone, instant, &offset) ? offset : nil
    }

    private func offsetOfLocal(_ zone: String, _ local: Int64) -> Int32? {
        var offset: Int32 = 0
        return pf_zone_offset_of_local(zone, local, &offset) ? offset : nil
    }

    @Test func `a zone has its offset with daylight saving`() {
        #expect(offset("Asia/Shanghai", 1_700_000_000_000) == 28_800_000)
        #expect(offset("Europe/Prague", 1_700_000_000_000) == 3_600_000)
        #expect(offset("Europe/Prague", 1_690_000_000_000) == 7_200_000)
        #expect(offset("Nowhere/Town", 0) == nil)
        #expect(pf_zone_exists("Asia/Kathmandu"))
        #expect(!pf_zone_exists("GMT+8:30"))
        #expect(!pf_zone_exists(""))
    }

    @Test
    func `a local time that is twice is the earlier, and one that is skipped counts as before`() {
        // 2023-10-29 02:30 is there twice in Prague, 2023-03-26 02:30 never.
        #expect(offsetOfLocal("Europe/Prague", 1_698_546_600_000) == 7_200_000)
        #expect(offsetOfLocal("Europe/Prague", 1_679_797_800_000) == 3_600_000)
        #expect(offsetOfLocal("Asia/Shanghai", 32_400_000) == 28_800_000)
        #expect(offsetOfLocal("Nowhere/Town", 0) == nil)
    }
}
