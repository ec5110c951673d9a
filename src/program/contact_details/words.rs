//! The words by which a number is known, in the languages that respondents write in: English, German, French, Spanish,
//! Italian, Portuguese, Dutch, Swedish, Polish, Czech, Russian, Ukrainian and Chinese. They are in lower case. Those
//! of four letters or more stand for every word that begins with them; those of Chinese, for every text that they end
//! but for a few letters.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::is_unspaced;

/// What words are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Use {
    Announce,
    Something,
    Number,
    Mine,
    Link,
    Towards,
    Hour,
    Until,
    Extension,
    Shortened,
    Counted,
    Money,
}

/// All words with what they are for.
static WORDS: LazyLock<HashSet<(Use, &'static str)>> = LazyLock::new(|| {
    let lists = [
        (Use::Announce, ANNOUNCE),
        (Use::Something, SOMETHING),
        (Use::Number, NUMBER),
        (Use::Mine, MINE),
        (Use::Link, LINK),
        (Use::Towards, TOWARDS),
        (Use::Hour, HOUR),
        (Use::Until, UNTIL),
        (Use::Extension, EXTENSION),
        (Use::Shortened, SHORTENED),
        (Use::Counted, COUNTED),
        (Use::Money, MONEY),
    ];
    lists.into_iter().flat_map(|(of, words)| words.split_whitespace().map(move |word| (of, word))).collect()
});

/// So many letters a word has at least that stands for those that begin with it, and no more than so many further ones.
const SHORTEST_BEGINNING: usize = 4;
const LONGEST_BEGINNING: usize = 12;

/// Words that announce a phone number.
const ANNOUNCE: &str = "\
    call phone tel telephon mobile cell mob fax sms text whatsapp viber telegram dial ring reach contact landline ph wa \
    callto gsm hotline \
    ruf anruf rufe rufen rückruf zurückruf zurückzuruf telef fon handy mobil natel erreich durchwahl kontakt meldet melden \
    appel rappel téléph teleph tél portable joindre joign \
    llám llam teléf tlf tfno móvil movil cel celular marque \
    chiam richiam cellul fisso contatt \
    ligu ligar ligue liga telem contat contac \
    bel bellen belt gebeld mobiel opbellen terugbel bereik \
    ringa ringer nås \
    zadzwo dzwoni dzwoń oddzwo komórk kom \
    zavol volat volej volejte \
    тел телеф звон позвон перезвон моб мобил сот сотов набер набир связ свяж контакт факс ватсап вотсап вайбер \
    дзвон подзвон зателеф передзвон мобіл зв";

/// Words that announce the number of something else.
const SOMETHING: &str = "\
    order ticket invoice ref refs refer case serial version customer article contract policy tracking parcel bill build \
    po so rma sku sn pn part item model isbn ean gtin upc vat iso din batch lot shipm consignm booking reserv account \
    project claim request incident quote asset meter licen product delivery purchase transact receipt imei id s/n p/n art ord inv rg rech auftr zam obj зак дог cve rfc \
    bestell auftrag rechnung beleg kunde vertrag artikel paket sendung charge serie lieferschein vorgang angebot konto \
    aktenz zähler gerät material projekt störung \
    command facture dossier contrat colis réf série client devis livraison siret siren \
    pedido factura contrato refer incidenc albar expedient artículo encomenda fatura processo nif cif protocolo artigo \
    ordine fattura contratto riferim pratica bolla spedizion articolo matricola partita \
    factuur klant zending pakket melding offerte dossier \
    ärende kund avtal försänd offert \
    zamówie zleceni faktur umow umów klient zgłosz przesył paczk seryjn artykuł nip regon pesel partia partii \
    objedn zakáz zásil smlouv sériov reklamac ičo dič \
    заказ счёт счет накладн договор тикет заявк обращен артикул инн парти серийн клиент посыл трек квитанц \
    замовл рахун накладн договір заявк звернен посилк клієнт";

/// Chinese words that announce a phone number.
const ANNOUNCE_UNSPACED: [&str; 11] =
    ["电话", "電話", "手机", "手機", "致电", "打", "联系", "聯繫", "座机", "微信", "传真"];

/// Chinese words that announce the number of something else.
const SOMETHING_UNSPACED: [&str; 15] = [
    "订单", "訂單", "单号", "编号", "發票", "发票", "工单", "合同", "票号", "运单", "序列", "型号", "客户", "账号",
    "快递",
];

/// Words for a number of any kind.
const NUMBER: &str = "no nos nr nrs num number n nº nummer numéro numero número numer numeru číslo čísle č номер номеру № \
    numret nro";

/// Words for what is one's own.
const MINE: &str = "my our mein meine meiner meinem unsere unserer mon ma notre mi nuestro mio mia nostro meu minha nosso \
    mijn ons onze min mitt vårt mój moje moim nasz můj mé náš мой мою моя моему наш мій моєму";

/// Words between the name of a number and the number.
const LINK: &str = "is was are with of for from the a an by ist war lautet mit von vom für der die das den dem est de du des la \
    le les es era con el los è di del della do da é com is van het was met är var med jest to od z je s od byl от это с \
    был за від це";

/// Words between a call and the number.
const TOWARDS: &str = "at on under via me us please or and too also best unter auf an mich mir uns bitte oder und zurück \
    büro privat gerne au sur moi nous ou svp al en a me o por favor mi y su ci sul allo e ou op mij ons of på mig oss \
    eller pod na mnie nam lub i mě mi nebo a по на мне меня нам или и мені мене нам або і new direct home work office";

/// Words for hours.
const HOUR: &str = "uhr h hr hrs am pm oclock o heures heure horas ore uur hod hodin godz godzin kl klockan час часов часа \
    ч год годин 点 點 时 時 点钟";

/// Words between two hours.
const UNTIL: &str = "bis to till until til à a al tot do až до";

/// What stands before an extension.
const EXTENSION: &str = "x ext extn extension durchwahl dw poste int interno wew wewn linka kl klapka доб вн anknytning toestel \
    ramal 转 轉 分机";

/// Words that a full stop shortens, but for those above of three letters or fewer.
const SHORTENED: &str =
    "telef mob cell best auftr inv ord poz obj zam fakt tfno rech kd kto art réf tél проч зак дог сч";

/// Short names of money.
const MONEY: &str = "eur usd chf gbp pln czk sek nok dkk uah rub cny rmb cad aud inr jpy kč zł";

/// Words for what is counted in thousands, and for money.
const COUNTED: &str = "eur euro euros usd chf gbp pln czk sek nok dkk uah rub cny rmb kč zł zl kr руб грн dollar pound franken \
    francs million mio mln milli stück stk szt pcs piece unit custom kund client klient passag passen user record row call \
    tonne kg km mwh kwh gwh m t l litr liter transact item visit einheit einwohner клиент пассаж штук шт тонн единиц";

/// The ends of words that are put together with an announcing one, and of those for something else.
const ENDS: ([&str; 5], [&str; 4]) =
    (["phone", "telefon", "phonenumber", "handynummer", "phon"], ["rechnung", "bestellung", "auftrag", "vertrag"]);

/// Whether a word announces a phone number.
pub(super) fn announces(word: &str) -> bool {
    if word.starts_with(is_unspaced) {
        return ending(word, &ANNOUNCE_UNSPACED) > ending(word, &SOMETHING_UNSPACED);
    }
    let word = word.to_lowercase();
    let is_something = ENDS.1.iter().any(|end| word.ends_with(end));
    !is_something && (begins(&word, Use::Announce) || ENDS.0.iter().any(|end| word.ends_with(end)))
}

/// Whether a word announces the number of something else.
pub(super) fn is_of_something(word: &str) -> bool {
    if word.starts_with(is_unspaced) {
        return ending(word, &SOMETHING_UNSPACED) > ending(word, &ANNOUNCE_UNSPACED);
    }
    let lower = word.to_lowercase();
    // `po` and `so` are words of their own in several languages.
    let is_name = !matches!(lower.as_str(), "po" | "so") || word.chars().all(char::is_uppercase);
    is_name && begins(&lower, Use::Something) || ENDS.1.iter().any(|end| lower.ends_with(end)) || is_numbered(word)
}

/// Whether a word is put together with one for a number: `Seriennummer`.
pub(super) fn is_numbered(word: &str) -> bool {
    let word = word.to_lowercase();
    let ends = ["nummer", "number", "nr", "numret"].iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end));
    ends && !announces(&word)
}

/// How near the end of a text one of some words stands: the place behind it, 0 for none or one too far away.
fn ending(text: &str, words: &[&str]) -> usize {
    let places = words.iter().filter_map(|word| text.rfind(word).map(|place| place + word.len()));
    places.max().filter(|end| text.len() - end <= 18).unwrap_or_default()
}

/// Whether a word stands for a number of any kind.
pub(super) fn is_number(word: &str) -> bool {
    is_one(word, Use::Number)
}

/// Whether a word says whose something is: the writer's.
pub(super) fn is_mine(word: &str) -> bool {
    is_one(word, Use::Mine)
}

/// Whether a word links the name of a number with it.
pub(super) fn is_link(word: &str) -> bool {
    is_one(word, Use::Link)
}

/// Whether a word stands between a call and the number.
pub(super) fn is_towards(word: &str) -> bool {
    is_one(word, Use::Towards) || is_mine(word)
}

/// Whether a word makes a number before it an hour.
pub(super) fn is_hour(word: &str) -> bool {
    is_one(word, Use::Hour)
}

/// Whether a word stands between two hours.
pub(super) fn is_until(word: &str) -> bool {
    is_one(word, Use::Until)
}

/// Whether an extension follows a word.
pub(super) fn is_extension(word: &str) -> bool {
    is_one(word, Use::Extension)
}

/// Whether a word counts what a number before it says, or the money.
pub(super) fn is_counted(word: &str) -> bool {
    begins(word, Use::Counted)
}

/// Whether a word is the name of a money.
pub(super) fn is_money(word: &str) -> bool {
    is_one(word, Use::Money)
}

/// Whether a full stop behind a word does not end a sentence.
pub(super) fn is_abbreviation(word: &str) -> bool {
    let is_short = word.chars().count() < 4;
    is_numbered(word)
        || is_one(word, Use::Shortened)
        || is_one(word, Use::Number)
        || is_one(word, Use::Extension)
        || is_short && (is_one(word, Use::Announce) || is_one(word, Use::Something))
}

fn is_one(word: &str, of: Use) -> bool {
    WORDS.contains(&(of, word.to_lowercase().as_str()))
}

/// Whether a word in lower case is one of some, or begins as one of four letters or more.
fn begins(word: &str, of: Use) -> bool {
    let starts = word.char_indices().map(|(place, _)| place).skip(SHORTEST_BEGINNING).take(LONGEST_BEGINNING);
    WORDS.contains(&(of, word)) || starts.filter_map(|end| word.get(..end)).any(|start| WORDS.contains(&(of, start)))
}
