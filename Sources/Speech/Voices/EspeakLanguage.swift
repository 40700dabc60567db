/// A language that espeak-ng speaks.
struct EspeakLanguage: Sendable {
    /// espeak-ng's name for it, as its voices are chosen: `en-us`.
    var name: String
    /// Its BCP 47 tag: `en-US`.
    var tag: String
    /// Its English name.
    var title: String

    /// Every language of espeak-ng 1.51.
    static let all: [EspeakLanguage] = table.split(separator: "\n").map { row in
        let columns = row.split(separator: "|").map(String.init)
        return EspeakLanguage(name: columns[0], tag: columns[1], title: columns[2])
    }

    /// The accent that it is spoken with; `standard` where there is no other here.
    var accent: String {
        switch name {
        case "en-us": "american"
        case "en-us-nyc": "new york"
        case "en-gb": "british"
        case "en-gb-scotland": "scottish"
        case "en-gb-x-gbclan": "lancashire"
        case "en-gb-x-gbcwmd": "west midlands"
        case "en-gb-x-rp": "received pronunciation"
        case "en-029": "caribbean"
        case "fr-be": "belgian"
        case "fr-ch": "swiss"
        case "pt": "european"
        case "pt-br": "brazilian"
        case "es": "castilian"
        case "es-419": "latin american"
        case "vi": "northern"
        case "vi-vn-x-central": "central"
        case "vi-vn-x-south": "southern"
        default: "standard"
        }
    }

    /// What espeak-ng's own voices of it are good for: they are plain and understood at any speed, as those like who have a screen read to them, and say how words
    /// are pronounced. Those of invented peoples speak for them.
    var useCases: [String] {
        ["piqd", "qdb", "qya", "sjn"].contains(name) ? ["characters", "education"] : ["accessibility", "education"]
    }

    /// The language that espeak-ng calls so.
    static func named(_ name: String) -> EspeakLanguage? {
        all.first { $0.name == name }
    }

    /// A row a language: name, tag, title.
    private static let table = """
        af|af|Afrikaans
        am|am|Amharic
        an|an|Aragonese
        ar|ar|Arabic
        as|as|Assamese
        az|az|Azerbaijani
        ba|ba|Bashkir
        be|be|Belarusian
        bg|bg|Bulgarian
        bn|bn|Bengali
        bpy|bpy|Bishnupriya Manipuri
        bs|bs|Bosnian
        ca|ca|Catalan
        chr-US-Qaaa-x-west|chr-US-Qaaa-x-west|Cherokee
        cmn|cmn|Chinese (Mandarin)
        cmn-latn-pinyin|cmn-Latn-pinyin|Chinese (Mandarin, Pinyin)
        cs|cs|Czech
        cv|cv|Chuvash
        cy|cy|Welsh
        da|da|Danish
        de|de|German
        el|el|Greek
        en-029|en-029|English (Caribbean)
        en-gb|en-GB|English (Great Britain)
        en-gb-scotland|en-GB-scotland|English (Scotland)
        en-gb-x-gbclan|en-GB-x-gbclan|English (Lancaster)
        en-gb-x-gbcwmd|en-GB-x-gbcwmd|English (West Midlands)
        en-gb-x-rp|en-GB-x-rp|English (Received Pronunciation)
        en-us|en-US|English (America)
        en-us-nyc|en-US-nyc|English (America, New York City)
        eo|eo|Esperanto
        es|es|Spanish (Spain)
        es-419|es-419|Spanish (Latin America)
        et|et|Estonian
        eu|eu|Basque
        fa|fa|Persian
        fa-latn|fa-Latn|Persian (Pinglish)
        fi|fi|Finnish
        fr-be|fr-BE|French (Belgium)
        fr-ch|fr-CH|French (Switzerland)
        fr-fr|fr-FR|French (France)
        ga|ga|Gaelic (Irish)
        gd|gd|Gaelic (Scottish)
        gn|gn|Guarani
        grc|grc|Greek (Ancient)
        gu|gu|Gujarati
        hak|hak|Hakka Chinese
        haw|haw|Hawaiian
        he|he|Hebrew
        hi|hi|Hindi
        hr|hr|Croatian
        ht|ht|Haitian Creole
        hu|hu|Hungarian
        hy|hy|Armenian (East Armenia)
        hyw|hyw|Armenian (West Armenia)
        ia|ia|Interlingua
        id|id|Indonesian
        io|io|Ido
        is|is|Icelandic
        it|it|Italian
        ja|ja|Japanese
        jbo|jbo|Lojban
        ka|ka|Georgian
        kk|kk|Kazakh
        kl|kl|Greenlandic
        kn|kn|Kannada
        ko|ko|Korean
        kok|kok|Konkani
        ku|ku|Kurdish
        ky|ky|Kyrgyz
        la|la|Latin
        lb|lb|Luxembourgish
        lfn|lfn|Lingua Franca Nova
        lt|lt|Lithuanian
        ltg|ltg|Latgalian
        lv|lv|Latvian
        mi|mi|Māori
        mk|mk|Macedonian
        ml|ml|Malayalam
        mr|mr|Marathi
        ms|ms|Malay
        mt|mt|Maltese
        my|my|Myanmar (Burmese)
        nb|nb|Norwegian Bokmål
        nci|nci|Nahuatl (Classical)
        ne|ne|Nepali
        nl|nl|Dutch
        nog|nog|Nogai
        om|om|Oromo
        or|or|Oriya
        pa|pa|Punjabi
        pap|pap|Papiamento
        piqd|piqd|Klingon
        pl|pl|Polish
        pt|pt|Portuguese (Portugal)
        pt-br|pt-BR|Portuguese (Brazil)
        py|py|Pyash
        qdb|qdb|Lang Belta
        qu|qu|Quechua
        quc|quc|K'iche'
        qya|qya|Quenya
        ro|ro|Romanian
        ru|ru|Russian
        ru-lv|ru-LV|Russian (Latvia)
        sd|sd|Sindhi
        shn|shn|Shan (Tai Yai)
        si|si|Sinhala
        sjn|sjn|Sindarin
        sk|sk|Slovak
        sl|sl|Slovenian
        smj|smj|Lule Saami
        sq|sq|Albanian
        sr|sr|Serbian
        sv|sv|Swedish
        sw|sw|Swahili
        ta|ta|Tamil
        te|te|Telugu
        th|th|Thai
        tk|tk|Turkmen
        tn|tn|Setswana
        tr|tr|Turkish
        tt|tt|Tatar
        ug|ug|Uyghur
        uk|uk|Ukrainian
        ur|ur|Urdu
        uz|uz|Uzbek
        vi|vi|Vietnamese (Northern)
        vi-vn-x-central|vi-VN-x-central|Vietnamese (Central)
        vi-vn-x-south|vi-VN-x-south|Vietnamese (Southern)
        yue|yue|Chinese (Cantonese)
        """
}
