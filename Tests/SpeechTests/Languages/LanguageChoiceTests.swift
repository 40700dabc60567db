import Foundation
import Speech
import TestSupport
import Testing

@Suite struct LanguageChoiceTests {
    private func used(_ text: String, _ id: String, pauses: PauseSyntax = []) throws -> String {
        let voice = try #require(VoiceCatalogue.system.voice(id))
        return SpeechRequest(text: text, voiceID: id, pauses: pauses).languageUsed(by: voice)
    }

    /// A sentence or two of each published language that CLD2 knows, by its tag.
    private static let sentences = [
        ("vi", "Tàu khởi hành lúc bảy giờ kém mười lăm, và chúng tôi phải có mặt ở ga trước đó."),
        ("en-US", "The train leaves at a quarter to seven, and we have to be at the station before."),
        ("ar", "يغادر القطار في الساعة السابعة إلا ربعا، ويجب أن نكون في المحطة قبل ذلك."),
        ("cmn", "火车六点四十五分出发，我们必须提前到达车站。"),
        ("nl", "De trein vertrekt om kwart voor zeven, en we moeten eerder op het station zijn."),
        ("fr-FR", "Le train part à sept heures moins le quart, et nous devons être à la gare avant."),
        ("de", "Der Zug fährt um Viertel vor sieben ab, und wir müssen vorher am Bahnhof sein."),
        ("id", "Kereta berangkat pukul tujuh kurang seperempat, dan kita harus berada di stasiun sebelumnya."),
        ("it", "Il treno parte alle sette meno un quarto e dobbiamo essere alla stazione prima."),
        ("ja", "列車は七時十五分前に出発します。それまでに駅に着かなければなりません。"),
        ("ko", "기차는 일곱 시 십오 분 전에 출발하고, 우리는 그 전에 역에 있어야 합니다."),
        ("pt", "O comboio parte às sete menos um quarto, e temos de estar na estação antes disso."),
        ("ru", "Поезд отправляется без четверти семь, и мы должны быть на вокзале раньше."),
        ("es", "El tren sale a las siete menos cuarto, y tenemos que estar en la estación antes."),
        ("tr", "Tren yediye çeyrek kala kalkıyor ve daha önce istasyonda olmamız gerekiyor."),
        ("uk", "Потяг відправляється за чверть до сьомої, і ми повинні бути на вокзалі раніше."),
        ("th", "รถไฟจะออกเวลาหกโมงสี่สิบห้านาที และเราต้องไปถึงสถานีก่อนเวลานั้น"),
        ("pl", "Pociąg odjeżdża za piętnaście siódma i musimy być na dworcu wcześniej."),
        ("ro", "Trenul pleacă la șapte fără un sfert, iar noi trebuie să fim la gară înainte."),
        ("el", "Το τρένο φεύγει στις επτά παρά τέταρτο και πρέπει να είμαστε στον σταθμό νωρίτερα."),
        ("cs", "Vlak odjíždí ve tři čtvrtě na sedm a my musíme být na nádraží dříve."),
        ("fi", "Juna lähtee viisitoista minuuttia vaille seitsemän, ja meidän on oltava asemalla ennen sitä."),
        ("hi", "ट्रेन पौने सात बजे छूटती है और हमें उससे पहले स्टेशन पर होना चाहिए।"),
        ("bg", "Влакът тръгва в седем без петнайсет и трябва да сме на гарата преди това."),
        ("da", "Toget kører klokken kvart i syv, og vi skal være på stationen inden da."),
        ("he", "הרכבת יוצאת ברבע לשבע, ואנחנו צריכים להיות בתחנה לפני כן."),
        ("ms", "Kereta api bertolak pada pukul tujuh kurang suku, dan kita mesti berada di stesen sebelum itu kerana ia tidak akan menunggu."),
        ("fa", "قطار یک ربع به هفت حرکت می‌کند و ما باید پیش از آن در ایستگاه باشیم."),
        ("sk", "Vlak odchádza o trištvrte na sedem a my musíme byť na stanici skôr."),
        ("sv", "Tåget går kvart i sju, och vi måste vara på stationen innan dess."),
        ("hr", "Vlak polazi u petnaest do sedam, a mi moramo biti na kolodvoru prije toga jer neće čekati."),
        ("fil", "Aalis ang tren ng alas siyete kulang kinse, at kailangan nating makarating sa istasyon bago iyon."),
        ("hu", "A vonat háromnegyed hétkor indul, és előtte az állomáson kell lennünk."),
        ("nb", "Toget går klokken kvart på sju, og vi må være på stasjonen før det, ellers rekker vi det ikke."),
        ("sl", "Vlak odpelje ob petnajst do sedmih zjutraj, mi pa moramo biti na železniški postaji že prej, sicer ga bomo zamudili."),
        ("ca", "El tren surt a tres quarts de set, i hem de ser a l'estació abans d'aquesta hora."),
        ("ta", "ரயில் ஆறே முக்கால் மணிக்குப் புறப்படும், அதற்கு முன் நாம் நிலையத்தில் இருக்க வேண்டும்."),
        ("af", "Die trein vertrek om kwart voor sewe, en ons moet voor dit by die stasie wees."),
    ]

    @Test(arguments: sentences)
    func `a long text is read in its language by any voice`(language: String, text: String) throws {
        for voice in ["slt", "ada", "en-gb-female", "de", "ru"] where try #require(VoiceCatalogue.system.voice(voice)).language != language {
            let used = try used(text, voice)
            #expect(used == language || (voice.hasPrefix("en-gb") && language == "en-US" && used == "en-GB"), "\(voice)")
        }
    }

    @Test(arguments: sentences)
    func `a voice reads its own language itself, and its kin's`(language: String, text: String) throws {
        let kin = ["nb": ["nn"], "hr": ["sr", "bs"], "cmn": ["yue"], "el": ["grc"], "en-US": ["en-GB", "en-029"]]
        for voice in VoiceCatalogue.system.voices where voice.language == language || kin[language, default: []].contains(voice.language) {
            #expect(try used(text, voice.id) == voice.language, "\(voice.id)")
        }
    }

    @Test(arguments: [
        "Hello world", "Bonjour!", "La vie en rose", "Wolfgang Amadeus Mozart", "21", "😀", "...",
        "Wolfgang Amadeus Mozart, Ludwig van Beethoven, Johann Sebastian Bach, Franz Schubert, Richard Wagner",
        "Paris, Lyon, Marseille, Toulouse, Nice, Nantes, Strasbourg, Montpellier, Bordeaux, Lille, Rennes",
        "iPhone 15 Pro Max 256GB WiFi USB-C Samsung Galaxy S24 Ultra Titanium Gray Xiaomi Redmi Note 13",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua.",
        "He said \"Je ne sais pas ce que tu veux dire\" and left the room without another word.",
        "'Twas brillig, and the slithy toves did gyre and gimble in the wabe: all mimsy were the borogoves.",
        "ACGTACGTACGT GATTACA GATTACA CCGGTTAA", "git commit -m fix && npm install --save-dev typescript eslint prettier",
    ])
    func `what may be the voice's own language stays so`(text: String) throws {
        for voice in ["slt", "ada", "en-gb"] {
            #expect(try used(text, voice) == VoiceCatalogue.system.voice(voice)?.language)
        }
    }

    // An English voice that reads them by English rules is not understood, however short they are.
    @Test(arguments: [
        ("Cảm ơn bạn rất nhiều", "vi"), ("Cảm ơn", "vi"), ("Phở", "vi"), ("Hola, ¿cómo estás?", "es"), ("¿Qué?", "es"), ("¡Hola!", "es"),
        ("El niño duerme", "es"), ("El niño está aquí", "es"), ("Dziękuję bardzo", "pl"), ("Łódź", "pl"), ("Zażółć gęślą jaźń", "pl"),
        ("Çok teşekkür ederim", "tr"), ("Günaydın", "tr"), ("Jó napot kívánok", "hu"), ("Őszinte", "hu"), ("Děkuji", "cs"), ("Mulțumesc", "ro"),
        ("Straße", "de"), ("Grüße aus München", "de"), ("Où est la bibliothèque ?", "fr-FR"), ("Ça va très bien, merci", "fr-FR"),
        ("Tack så mycket", "sv"), ("Þakka þér fyrir", "is"), ("Paldies, ļoti jauki", "lv"),
    ])
    func `a short text is read in the language that its letters tell`(text: String, language: String) throws {
        for voice in ["slt", "ada", "en-gb", "ru"] {
            #expect(try used(text, voice) == language, "\(voice)")
            #expect(try used(text.decomposedStringWithCanonicalMapping, voice) == language, "\(voice)")
        }
    }

    @Test(arguments: [
        "café", "naïve résumé", "Beyoncé", "The naïve café owner", "I ate a jalapeño", "Crème brûlée is good", "Crème brûlée", "São Paulo", "Malmö",
        "I live in Łódź", "He met Łukasz in Kraków", "He said cảm ơn to me and left", "Dvořák and Janáček wrote operas", "Pho ở New York",
        "Erdoğan visited Berlin", "Slavoj Žižek", "Sigur Rós", "señor", "déjà vu", "Zoë and Chloë met Renée", "Pokémon", "The Māori of Aotearoa",
    ])
    func `a name or a loan word makes no text a foreign one`(text: String) throws {
        for voice in ["slt", "ada", "en-gb"] {
            #expect(try used(text, voice) == VoiceCatalogue.system.voice(voice)?.language)
        }
    }

    @Test(arguments: [
        ("de", "Schöne Grüße"), ("vi", "Cảm ơn"), ("es", "¡Hola!"), ("es-419", "¿Qué?"), ("az", "Sağ ol"), ("sk", "Ďakujem"), ("lb", "Moien, schéin"),
        ("pl", "Dziękuję"), ("lt", "Ačiū"), ("gn", "Mba'éichapa ñandéve"),
    ])
    func `a voice's own letters are no others'`(voice: String, text: String) throws {
        #expect(try used(text, voice) == VoiceCatalogue.system.voice(voice)?.language)
    }

    @Test(arguments: [
        ("slt", "Привет, мир", "ru"), ("slt", "日本語です", "ja"), ("slt", "日本", "cmn"), ("hak", "你好", "cmn"), ("cmn", "こんにちは", "ja"),
        ("ja", "日本", "ja"), ("yue", "你好", "yue"), ("slt", "Γειά", "el"),
        ("ru", "Hello", "ru"), ("uk", "Привет", "uk"), ("slt", "Say Привет to all of them", "en-US"),
        ("cmn", "The train leaves at a quarter to seven, and we have to be at the station before.", "en-US"),
        // CLD2 does not know Latin, and so can't say that a text is none.
        ("la", "The train leaves at a quarter to seven, and we have to be at the station before.", "la"),
    ])
    func `a script that the voice does not read is read in its usual language`(voice: String, text: String, used: String) throws {
        #expect(try self.used(text, voice) == used)
    }

    @Test func `pauses are no text`() throws {
        let text = "Le train<break time='1s'/> part<break time='1s'/> à sept heures<break time='1s'/> moins le quart, et nous devons être à la gare."
        #expect(try used(text, "slt", pauses: .all) == "fr-FR")
    }

    @Test func `any text has a language, the same each time, and soon`() throws {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<300 {
            let text = RandomText.make(count: 60, using: &generator)
            for voice in ["slt", "ja", "ru"] {
                let language = try used(text, voice)
                #expect(SpokenLanguage(language)?.tag == language)
                #expect(try used(text, voice) == language)
            }
        }
        let long = String(repeating: "日本語です。The train leaves. Der Zug fährt. ", count: 10_000)
        let time = try ProcessorTime.measure { _ = try used(long, "slt") }
        #expect(time < .seconds(2))
    }
}
