/// What a voice says to show how it sounds.
public enum SampleText {
    /// A greeting and a question in a language (a BCP 47 tag). Where there is none here, digits, which those languages have words for.
    public static func text(in language: String) -> String {
        let text = language.contains("Latn") ? nil : texts[String(language.primaryLanguage)]
        return text ?? "1, 2, 3, 4, 5, 6, 7, 8, 9, 10."
    }

    private static let texts = [
        "af": "Hallo! So klink my stem. Wat sal ek vir jou lees?",
        "ar": "مرحبا! هكذا يبدو صوتي. ماذا أقرأ لك؟",
        "bg": "Здравейте! Така звучи моят глас. Какво да ви прочета?",
        "ca": "Hola! Així sona la meva veu. Què us llegeixo?",
        "chr": "Osiyo! Tohiju? Wado.",
        "cmn": "你好！这就是我的声音。我给你读点什么呢？",
        "cs": "Dobrý den! Takto zní můj hlas. Co vám mám přečíst?",
        "cv": "Салам! Ырӑ кун пултӑр!",
        "da": "Hej! Sådan lyder min stemme. Hvad skal jeg læse for dig?",
        "de": "Guten Tag! So klingt meine Stimme. Was darf ich Ihnen vorlesen?",
        "el": "Γεια σας! Έτσι ακούγεται η φωνή μου. Τι να σας διαβάσω;",
        "en": "Hello! This is how my voice sounds. What shall I read to you?",
        "es": "¡Hola! Así suena mi voz. ¿Qué quieres que te lea?",
        "fa": "سلام! صدای من این طور است. چه چیزی برایتان بخوانم؟",
        "fi": "Hei! Tältä ääneni kuulostaa. Mitä luen sinulle?",
        "fil": "Kumusta! Ganito ang tunog ng boses ko. Ano ang babasahin ko para sa iyo?",
        "fr": "Bonjour ! Voici ma voix. Que voulez-vous que je vous lise ?",
        "he": "שלום! כך נשמע הקול שלי. מה אקרא לך?",
        "hi": "नमस्ते! मेरी आवाज़ ऐसी है। मैं आपके लिए क्या पढ़ूँ?",
        "hr": "Dobar dan! Ovako zvuči moj glas. Što da vam pročitam?",
        "hu": "Jó napot! Így szól a hangom. Mit olvassak fel?",
        "id": "Halo! Beginilah suara saya. Apa yang harus saya bacakan?",
        "it": "Ciao! Questa è la mia voce. Che cosa ti leggo?",
        "ja": "こんにちは。わたしのこえはこんなかんじです。なにをよみましょうか。",
        "ko": "안녕하세요! 제 목소리는 이렇습니다. 무엇을 읽어 드릴까요?",
        "ms": "Helo! Beginilah bunyi suara saya. Apa yang patut saya bacakan?",
        "nb": "Hei! Slik høres stemmen min ut. Hva skal jeg lese for deg?",
        "nl": "Hallo! Zo klinkt mijn stem. Wat zal ik je voorlezen?",
        "nn": "Hei! Slik høyrest røysta mi ut. Kva skal eg lese for deg?",
        "nog": "Салам алейкум!",
        "pl": "Dzień dobry! Tak brzmi mój głos. Co mam przeczytać?",
        "pt": "Olá! É assim que soa a minha voz. O que devo ler?",
        "qya": "Aiya! Elen síla lúmenna omentielvo.",
        "ro": "Bună ziua! Așa sună vocea mea. Ce să vă citesc?",
        "ru": "Здравствуйте! Так звучит мой голос. Что вам прочитать?",
        "sjn": "Mae govannen! Suilad.",
        "sk": "Dobrý deň! Takto znie môj hlas. Čo vám mám prečítať?",
        "sl": "Dober dan! Tako zveni moj glas. Kaj naj vam preberem?",
        "sv": "Hej! Så här låter min röst. Vad ska jag läsa för dig?",
        "ta": "வணக்கம்! என் குரல் இப்படித்தான் இருக்கும். நான் எதைப் படிக்கட்டும்?",
        "th": "สวัสดี นี่คือเสียงของฉัน อยากให้ฉันอ่านอะไรให้ฟัง",
        "tk": "Salam! Meniň sesim şeýle. Size näme okap bereýin?",
        "tr": "Merhaba! Sesim böyle. Size ne okuyayım?",
        "uk": "Добрий день! Так звучить мій голос. Що вам прочитати?",
        "vi": "Xin chào! Giọng của tôi nghe như thế này. Tôi đọc gì cho bạn?",
        "yue": "你好！我把聲就係咁樣。你想我讀啲咩呀？",
    ]
}
