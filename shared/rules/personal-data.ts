/**
 * Recognises personal data in free text. It rather misses a name than calls a street or a project a person: a finding that
 * is often wrong is soon ignored. So a surname alone, or one initial before a surname ("A. Voorbereiding"), is no hit.
 */
import type { Wording } from './rule.ts'

/** What kinds of personal data the text holds; empty when none was recognised. */
export function personalDataIn(text: string): readonly Wording[] {
  return mayHoldAny.test(text) ? kinds.filter((kind) => kind.isIn(text)).map((kind) => kind.name) : []
}

/** Nearly every text stops here: this runs on each text of each row. */
const mayHoldAny = /@|\d{9}|\d{4} \d{4}|0\d(?<!\d0\d)|\+31|[A-ZÀ-Ý]\.|[Dd]hr|[hn]eer |[Mm]ev|[Mm]w/

interface Kind {
  readonly name: Wording
  isIn(text: string): boolean
}

const kinds: readonly Kind[] = [
  { name: { nl: 'een burgerservicenummer', en: 'a citizen service number' }, isIn: holdsCitizenNumber },
  { name: { nl: 'een rekeningnummer', en: 'a bank account number' }, isIn: holdsIban },
  { name: { nl: 'een e-mailadres', en: 'an e-mail address' }, isIn: holdsEmail },
  { name: { nl: 'een telefoonnummer', en: 'a phone number' }, isIn: holdsPhone },
  { name: { nl: 'een naam', en: 'a name' }, isIn: holdsName },
]

/** Nine digits that stand alone and pass the elfproef: one in eleven other numbers does too. */
function holdsCitizenNumber(text: string): boolean {
  const numbers = text.match(/(?<![\p{L}\d])(?<!\d[.,-])\d{9}(?![\p{L}\d])(?![.,-]\d)/gu) ?? []
  return numbers.some(passesElevenTest)
}

/** The first digit counts nine times, the next eight, and so on; the last is subtracted. */
function passesElevenTest(number: string): boolean {
  let sum = 0
  for (let i = 0; i < 9; i++) sum += Number(number[i]) * (i === 8 ? -1 : 9 - i)
  return sum !== 0 && sum % 11 === 0
}

/** A Dutch number however it is written; of other countries in capitals, so that words after it do not count as its end. */
function holdsIban(text: string): boolean {
  const dutch = text.match(/\bnl\d{2} ?[a-z]{4} ?(?:\d ?){9}\d\b/gi) ?? []
  const foreign = text.match(/\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?\b/g) ?? []
  return [...dutch, ...foreign].some(passesIbanTest)
}

/** ISO 13616: the first four characters go last, letters are 10 to 35, and the whole is 1 modulo 97. */
function passesIbanTest(written: string): boolean {
  const iban = written.replaceAll(' ', '').toUpperCase()
  let rest = 0
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

function holdsEmail(text: string): boolean {
  return /[\w.+-]@[\w-]+\.[a-z]{2}/i.test(text)
}

/**
 * Dutch numbers of a person or a desk: mobile, or an area code apart from its number. Ten digits that begin with 0 and have
 * no break are as well a code of the ledger, unless they begin with 06. Groups of a bank account number are none.
 */
const phone = new RegExp(
  String.raw`(?<![\w.,-])(?<!\d |[A-Z]{4} )(?:(?:\+|00)31[ -]?(?:\(0\) ?)?|\(?0)` +
    String.raw`(?:6[ -]?(?:\d{8}|\d{2}(?:[ -]\d{2}){3}|\d{3}[ -]\d{3}[ -]\d{2}|(?!20\d\d)[1-9]\d{3}[ -]\d{4})` +
    String.raw`|[1-57]\d\)?[ -] ?\d{3}[ -]?\d{2}[ -]?\d{2}` +
    String.raw`|[1-57]\d{2}\)?[ -] ?(?:\d{3}[ -]?\d{3}|\d{2}[ -]?\d{2}[ -]?\d{2}))(?![\w-])`,
)

function holdsPhone(text: string): boolean {
  return phone.test(text)
}

const particles = String.raw`(?:(?:[Vv]an|[Dd]e[rn]?|[Tt]e[rn]?|[Hh]et|[Ii]n|'t|[Oo]p|[Ee]l|[Vv]on) )`
const surname = String.raw`\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?`
/** "dhr. J. Jansen", "mevrouw De Vries": a form of address makes any surname a person. MW is a unit. */
const addressed = new RegExp(
  String.raw`(?<!\p{L})(?:[Dd]hr\.?|[Dd]e heer|[Mm]eneer|[Mm]evr\.?|[Mm]evrouw|(?<!\d ?)[Mm]w\.?) (?:\p{Lu}\. ?)*${particles}*(${surname})`,
  'gu',
)
/** "J.P. Bakker", "J. van den Berg": two initials, or one and a particle. */
const initialled = new RegExp(
  String.raw`(?<![\p{L}.])((?:\p{Lu}\. ?){2,5}${particles}*|\p{Lu}\. ?${particles}+)(${surname})(?!\p{L})`,
  'gu',
)
/** Streets and places that bear a person's name. */
const place =
  /(?:straat|laan|weg|plein|park|kade|hof|school|huis|brug|singel|gracht|dijk|steeg|pad|tunnel|college|kwartier)$/i
/** Abbreviations of capitals with points, before a word that bears a capital. */
const abbreviations: ReadonlySet<string> = new Set(
  'BV NV CV VOF UA AB DB GR RO BTW WMO WOZ OZB HOV GGD GGZ MER PC PM PO VO BO IS LB OV VN EU NL VS AWBZ BBV'.split(' '),
)

export function holdsName(text: string): boolean {
  for (const [, name = ''] of text.matchAll(addressed)) if (!place.test(name)) return true
  for (const [, before = '', name = ''] of text.matchAll(initialled)) {
    if (!place.test(name) && !abbreviations.has(before.replaceAll(/[^\p{Lu}]/gu, ''))) return true
  }
  return false
}
