import Foundation
import Hummingbird
import Platform
import Speech
import TestSupport
import Testing

@testable import Server

/// The tags of voices, in the spellings of the Max and MiniMax families.
@Suite struct VoiceTagTests {
    private func voice(_ id: String) throws -> Voice {
        try #require(VoiceCatalogue.system.voice(id))
    }

    @Test func `each family has its own spelling`() throws {
        let hazel = try voice("hazel")
        #expect(
            VoiceTags(hazel, spelling: .miniMax).list == [
                "English", "Female", "Middle-Aged", "Conversational", "Audiobook", "Kind", "Thoughtful", "US (General)",
            ])
        #expect(
            VoiceTags(hazel, spelling: .max).list == [
                "English", "Female", "Middle Aged", "Conversational", "Audiobook", "Kind", "Thoughtful", "EN-US (General)",
            ])
        #expect(VoiceTags(try voice("en-gb"), spelling: .miniMax).accent == "British")
        #expect(VoiceTags(try voice("en-gb"), spelling: .max).accent == "EN-British")
        #expect(VoiceTags(try voice("pt-br"), spelling: .max).accent == "Brazilian")
        #expect(VoiceTags(try voice("cy"), spelling: .max).language == "Welsh")
    }

    @Test func `the voices of published examples have the tags that are published`() throws {
        let calm = VoiceTags(try voice("209533299589184"), spelling: .miniMax).list
        #expect(Set(["English", "Female", "Adult", "Audiobook", "US (General)"]).isSubset(of: calm))
        let leader = VoiceTags(try voice("209544421245048"), spelling: .miniMax).list
        #expect(Set(["Italian", "Female", "Adult", "Calm", "Standard"]).isSubset(of: leader))
        let trustworthy = VoiceTags(try voice("226893671006272"), spelling: .max).list
        #expect(Set(["English", "Male", "Adult", "Audiobook", "EN-US (General)"]).isSubset(of: trustworthy))
    }

    @Test(arguments: [
        (["Italian", "Female", "Adult", "Calm"], ["diligent-leader"]), (["english", "MALE", "senior", "wise", "us (general)"], ["walter"]),
        (["Nobody"], []), (["Italian", "English"], []),
    ])
    func `all tags must be there`(tags: [String], ids: [String]) {
        let filter = VoiceTagFilter(tags)
        let found = VoiceCatalogue.system.voices.filter(filter.includes).map(\.id)
        #expect(ids.isEmpty ? found.isEmpty : Set(ids).isSubset(of: found))
        if tags.contains("Calm") { #expect(found == ids) }
    }

    @Test func `case, hyphens and the family's spelling make no difference`() {
        let voices = VoiceCatalogue.system.voices
        let middleAged = voices.filter(VoiceTagFilter(["Middle-Aged", "US (General)"]).includes).map(\.id)
        #expect(!middleAged.isEmpty)
        #expect(voices.filter(VoiceTagFilter(["middle aged", "en-us (general)"]).includes).map(\.id) == middleAged)
        #expect(voices.filter(VoiceTagFilter([]).includes).count == voices.count)
    }

    @Test func `a voice is answered in the published shape`() throws {
        let links = VoiceLinks(base: "http://base")
        let common: Set = [
            "voice_id", "parent_voice_id", "voice_name", "tag_list", "file_id", "cover_url", "create_time", "update_time", "collected",
            "voice_status", "sample_audio", "uniq_id", "group_id",
        ]
        let calm = try voice("calm-woman")
        let answer = try JSON(Data(Response.jsonText(TaggedVoice(ListedVoice(calm), spelling: .miniMax, links: links)).utf8))
        #expect(answer.names == common)
        #expect(answer["voice_id"] == "209533299589184")
        #expect(answer["voice_name"] == "Calm Woman")
        #expect(answer["uniq_id"] == "English_CalmWoman")
        #expect(answer["cover_url"] == "http://base/files/voices/calm-woman.svg")
        #expect(answer["sample_audio"] == "http://base/files/voices/calm-woman.mp3")
        let inMax = try JSON(Data(Response.jsonText(TaggedVoice(ListedVoice(calm), spelling: .max, links: links)).utf8))
        #expect(inMax.names == common.union(["description", "generate_channel"]))
    }
}
