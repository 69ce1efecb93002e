import Model
import Testing

@testable import Reports

@Suite struct SiteTests {
    @Test func `the same picture gives the same bytes`() {
        #expect(Site.render(ExamplePicture.picture) == Site.render(ExamplePicture.picture))
    }

    @Test func `no page carries a style attribute, an event attribute or an address outside the report`() {
        for file in Site.render(ExamplePicture.picture) where file.path.hasSuffix(".html") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.contains(" style="))
            #expect(!text.contains(" onclick="))
            #expect(!text.contains("src="))
        }
    }
}
