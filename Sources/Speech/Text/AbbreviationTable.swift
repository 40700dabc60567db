/// The abbreviations of one language, in lower case and without the last full stop.
struct AbbreviationTable: Sendable {
    let beforeAny: Set<String>
    let beforeNumber: Set<String>
    let others: Set<String>

    private init(beforeAny: String, beforeNumber: String = "", others: String = "") {
        self.beforeAny = Self.words(beforeAny)
        self.beforeNumber = Self.words(beforeNumber)
        self.others = Self.words(others)
    }

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(separator: " ").map(String.init))
    }

    /// By the language's primary subtag.
    static let all: [String: AbbreviationTable] = [
        "en": AbbreviationTable(
            beforeAny: "dr mr mrs ms messrs prof rev hon gov sen rep pres gen col capt cpt cmdr lt sgt maj mt vs viz cf e.g i.e approx",
            beforeNumber: "no nos vol vols fig figs p pp ch chap sec art eq ex para cl ver jan feb mar apr jun jul aug sep sept oct nov dec",
            others: "etc al ft st ave blvd rd inc ltd co corp bros jr sr esq dept ph.d m.d b.a m.a a.m p.m u.s u.k u.n d.c ed eds"),
        "de": AbbreviationTable(
            beforeAny: """
                dr prof hr fr frl dipl ing bzw ca evtl ggf inkl exkl zzgl vgl sog nr geb gest gegr allg bes d.h z.b z.t z.zt u.a i.d.r o.ä o.g s.o \
                s.u v.a z.hd i.a i.v m.e u.u d.i abb abs bd kap mio mrd tsd st hl
                """,
            beforeNumber: "art s tel jan feb märz apr jun jul aug sept okt nov dez mo di mi do fr sa so",
            others: "usw etc u.s.w u.v.m u.ä o.ä str jh jhd v.chr n.chr"),
        "fr": AbbreviationTable(
            beforeAny: "m mm mme mmes mlle mlles mgr dr pr st ste cf p.ex c.-à-d c-à-d env av apr éd vol chap",
            beforeNumber: "art fig p pp n no tél janv févr avr juil sept oct nov déc",
            others: "etc bd j.-c s.a s.a.r.l"),
        "es": AbbreviationTable(
            beforeAny: """
                sr sra srta sres sras dr dra dres d dña da prof profa ing lic arq gral cnel cap excmo excma ilmo ilma ud uds vd vds sto sta \
                p.ej ej ee ee.uu aprox avda av
                """,
            beforeNumber: "núm nro n.º pág págs art cap fig vol tel ene feb mar abr may jun jul ago sept oct nov dic",
            others: "etc cía s.a a.c d.c uu jj.oo"),
        "it": AbbreviationTable(
            beforeAny: "sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa ing avv p.es cfr ca",
            beforeNumber: "art n num pag pagg fig vol tel",
            others: "ecc s.p.a s.r.l a.c d.c"),
        "pt": AbbreviationTable(
            beforeAny: "sr sra srs sras srta dr dra prof profa eng exmo exma d p.ex av aprox",
            beforeNumber: "art n núm pág págs fig vol tel",
            others: "etc cia ltda s.a a.c d.c"),
        "nl": AbbreviationTable(
            beforeAny: "dhr mevr mw dr drs ing prof bijv bv d.w.z m.a.w o.a t.a.v i.v.m ca nr",
            beforeNumber: "art blz p fig tel",
            others: "enz etc n.chr v.chr"),
        "pl": AbbreviationTable(
            beforeAny: "prof dr hab inż mgr np tzn tzw ul św",
            beforeNumber: "nr art ust pkt str s tel",
            others: "itd itp r w m.in p.n.e"),
        "ru": AbbreviationTable(
            beforeAny: "г-н г-жа проф акад им ул пр пер наб см ср напр т.е т.н т.к св",
            beforeNumber: "стр с рис гл ст п тел",
            others: "т.д т.п др пр г гг в вв руб коп тыс млн млрд н.э"),
        "vi": AbbreviationTable(
            beforeAny: "tp tx tt th.s ths ts pgs gs bs ks cn ls nxb đ/c ô",
            beforeNumber: "q p tr đt",
            others: "v.v tcn scn"),
    ]

    /// Words that often begin a sentence, and in that spelling hardly a name: articles, pronouns, conjunctions.
    static let sentenceStarters = words(
        """
        a an the this that these those he she it we they i you his her its our their my your there here in on at as after before but and \
        or so if when while what who why how where then however also although because since for from with no yes not now once some many \
        most all both each every one der die das den dem des ein eine einen er sie es wir ich ihr man dann danach aber und oder doch wenn \
        als weil nach vor im am auf mit bei für le la les un une il elle nous vous ils elles je ce cet cette ces puis mais et ou donc si \
        quand dans pour avec après el los las una unos él ella ellos nosotros yo esto este esta estos estas pero y o cuando en con para \
        después luego lo gli uno egli lei loro noi questo questa poi ma e se quando per dopo os um uma ele ela eles nós eu isto mas de \
        het een hij zij wij ik dit dat maar toen ona to ale gdy potem он она оно они мы я это но и а если когда потом anh chị ông bà tôi \
        chúng họ nó và nhưng khi sau nếu đây đó
        """)

    /// Nouns that follow an ordinal in texts of which the language is not known: months, and the centuries of German.
    static let ordinalNouns = words(
        """
        januar jänner februar feber märz april mai juni juli august september oktober november dezember jahrhundert jahrhunderts jahrhunderte
        """)
}
