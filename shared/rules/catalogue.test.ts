/** Holds the rules equal to the catalogue: id, severity, scope, where it can be decided, and both texts. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogueIds } from './catalogue.ts'
import { allRules } from './index.ts'

const catalogue = `
GB-101 | error | cell | addin | "{waarde}" is geen bedrag. | "{value}" is not an amount.
GB-102 | warning | cell | addin | Bedrag staat als tekst; gelezen als {bedrag}. | Amount is stored as text; read as {amount}.
GB-103 | warning | cell | addin | Bedrag "{waarde}" is dubbelzinnig (punt of komma). | Amount "{value}" is ambiguous (dot or comma).
GB-104 | error | workbook | both | Eenheid klopt niet: bedragen lijken een factor 1.000 te hoog/laag t.o.v. "{eenheid}". | Unit looks wrong: amounts seem a factor 1,000 off from "{unit}".
GB-105 | warning | table | addin | {n} verborgen rijen/kolommen tellen mee in het totaal ({bedrag}). | {n} hidden rows/columns are counted in the total ({amount}).
GB-106 | error | row | addin | Rij lijkt een totaalregel; totalen horen niet in de regeltabel. | Row looks like a total row; totals do not belong in the line table.
GB-107 | warning | table | addin | Samengevoegde cellen in de tabel; alleen de eerste cel wordt gelezen. | Merged cells in the table; only the first cell is read.
GB-108 | error | cell | addin | Formulefout {fout} in verplichte cel. | Formula error {error} in a required cell.
GB-109 | info | cell | addin | Formule in kolom {kolom} is overschreven door een vaste waarde. | Formula in column {column} was overwritten by a constant.
GB-110 | warning | cell | addin | Cel verwijst naar een ander bestand: {link}. | Cell refers to another file: {link}.
GB-111 | error | table | addin | Verplichte kolom "{kolom}" ontbreekt of komt dubbel voor. | Required column "{column}" is missing or duplicated.
GB-112 | error | row | addin | Rij heeft een bedrag maar geen {velden}. | Row has an amount but no {fields}.
GB-113 | info | cell | addin | Spaties of harde spaties in code verwijderd: "{code}". | Spaces or hard spaces removed from code: "{code}".
GB-114 | warning | cell | addin | Bedrag heeft meer dan twee decimalen; afgerond op centen. | Amount has more than two decimals; rounded to cents.
GB-201 | error | row | both | Taakveld {code} bestaat niet in {jaar}. | Taakveld {code} does not exist in {year}.
GB-202 | error | cell | addin | Taakveld is een getal; {a} en {b} zijn niet te onderscheiden. Zet de kolom op Tekst. | Taakveld is a number; {a} and {b} cannot be told apart. Format the column as Text.
GB-203 | error | row | both | Categorie {code} bestaat niet aan de {kant}kant in {jaar}. | Category {code} does not exist on the {side} side in {year}.
GB-204 | warning | row | both | Combinatie {taakveld} x {categorie} is een grijze cel in Iv3 {jaar}; kies een andere of licht toe. | Combination {taakveld} x {category} is a grey cell in Iv3 {year}; choose another or explain.
GB-205 | error | row | both | Categorie 7.1 mag alleen op taakveld 0.10 (of 0.11), en daar alleen 7.1. | Category 7.1 is only allowed on taakveld 0.10 (or 0.11), and only 7.1 there.
GB-206 | error | row | both | Taakveld 0.11 (resultaat) hoort niet in een gebiedsbegroting. | Taakveld 0.11 (result) does not belong in an area budget.
GB-207 | error | row | both | {code} is een hoofdtaakveld/groep; kies een taakveld. | {code} is a main group; choose a taakveld.
GB-208 | warning | row | both | Taakveld 0.8 is voor stelposten; boek vrijgegeven budget op het taakveld van de activiteit. | Taakveld 0.8 is for placeholders; book released budget on the taakveld of the activity.
GB-209 | warning | row | addin | Functie {functie}: overhead (0.4) en primair taakveld lijken verwisseld. | Role {role}: overhead (0.4) and primary taakveld seem swapped.
GB-210 | error | row | both | Doel {doel} hoort niet bij programma {programma}. | Goal {goal} does not belong to programme {programme}.
GB-211 | error | row | both | Doel {doel} bestaat niet in begroting {jaar}. | Goal {goal} does not exist in budget {year}.
GB-212 | error | row | both | Domein "{x}" is geen domein (sociaal, fysiek, bedrijfsvoering, publiek). | Domain "{x}" is not a domain.
GB-213 | warning | row | both | Beleidsveld "{x}" staat niet op de lijst van dit gebied. | Policy field "{x}" is not on this area's list.
GB-214 | info | row | addin | Beleidsveld {veld} met taakveld {tv} is ongebruikelijk. | Policy field {field} with taakveld {tv} is unusual.
GB-215 | error | row | server | Kostenplaats {kp} bestaat niet of is geblokkeerd in {jaar}. | Cost centre {cc} does not exist or is blocked in {year}.
GB-216 | warning | row | both | Kostensoort {ks} hoort bij categorie {cat}, niet bij {x}. | Cost type {ct} maps to category {cat}, not {x}.
GB-217 | error | row | both | Gebied {gebied} is onbekend of niet van u. | Area {area} is unknown or not yours.
GB-218 | info | workbook | both | {n} regels gebruiken codes die in {jaar} zijn vervallen; voorstel tot omnummeren. | {n} lines use codes retired in {year}; proposed re-mapping.
GB-301 | error | row | both | L/B ontbreekt. | L/B (cost/income) is missing.
GB-302 | warning | row | both | Negatieve last/bate zonder toelichting. | Negative cost/income without explanation.
GB-303 | error | row | both | Uren x tarief = {verwacht}, maar bedrag is {bedrag}. | Hours x rate = {expected}, but amount is {amount}.
GB-304 | error | row | both | Tarief {tarief} wijkt af van de tarieventabel {jaar} ({norm}). | Rate {rate} differs from the {year} rate table ({norm}).
GB-305 | warning | row | both | {uren} uur is meer dan de jaarnorm ({norm}) voor een fte. | {hours} hours exceed the yearly norm ({norm}) of one fte.
GB-306 | warning | workbook | both | Totaal uren {uren} wijkt meer dan {pct}% af van het besluit ({besluit}). | Total hours {hours} differ more than {pct}% from the decision ({decision}).
GB-307 | warning | row | both | Functie {functie} komt niet voor in het kernteam van dit besluit. | Role {role} is not in this decision's core team.
GB-308 | error | row | both | Jaar {jaar} valt buiten de begrotingshorizon {van}–{tot}. | Year {year} is outside the budget horizon {from}–{to}.
GB-309 | warning | row | both | Fase {fase} past niet bij periode {periode}. | Phase {phase} does not match period {period}.
GB-310 | warning | row | addin | Bedrag lijkt inclusief btw; begroot exclusief compensabele btw (BCF). | Amount seems to include VAT; budget net of recoverable VAT (BCF).
GB-311 | info | row | both | Structurele regel heeft geen indexatie of reden daarvoor. | Structural line has no indexation, or a reason for that.
GB-312 | warning | row | both | Verschil met vorige versie {verschil} ({pct}%) is niet toegelicht. | Difference from previous version {diff} ({pct}%) is not explained.
GB-313 | error | table | both | Verdeelsleutel {naam} telt op tot {pct}% in plaats van 100%. | Allocation key {name} adds up to {pct}% instead of 100%.
GB-314 | error | workbook | both | Som van de regels ({som}) wijkt af van het controletotaal op het voorblad ({controle}). | Sum of lines ({sum}) differs from the control total on the cover ({control}).
GB-315 | warning | row | addin | Rond bedrag van {bedrag} zonder onderbouwing. | Round amount of {amount} without a basis.
GB-316 | info | row | both | Dubbele regel: zelfde sleutel als rij {rij}. | Duplicate line: same key as row {row}.
GB-401 | error | row | both | Regel is voor {bedrag} niet gedekt in {jaar}. | Line lacks coverage of {amount} in {year}.
GB-402 | error | row | both | Dekkingsbron {bron} bestaat niet. | Funding source {source} does not exist.
GB-403 | error | workbook | both | Beroep op {bron} ({beroep}) is hoger dan het plafond voor dit gebied ({plafond}). | Draw on {source} ({draw}) exceeds this area's ceiling ({ceiling}).
GB-404 | error | row | both | {bron} geldt voor {bronjaar}; regel valt in {jaar}. Regel overheveling via reserve of nieuw besluit. | {source} is valid for {sourceYear}; line falls in {year}. Arrange carry-over via a reserve or a new decision.
GB-405 | error | row | both | Structurele last met incidentele dekking ({bron}). | Structural cost with incidental coverage ({source}).
GB-406 | error | row | both | {bron} is bestemd voor "{bestemming}"; regel past daar niet bij. | {source} is earmarked for "{purpose}"; the line does not fit.
GB-407 | error | row | both | Inzet uit lopende formatie is al begroot en mag niet nogmaals als last in de wijziging. | Effort from existing staff budget is already budgeted and may not enter the amendment again.
GB-408 | error | workbook | both | Onderdeel {onderdeel} van {bron} overschreden: {beroep} van {plafond}. | Component {component} of {source} exceeded: {draw} of {ceiling}.
GB-409 | error | row | both | Onttrekking aan reserve {reserve} zonder raadsbesluit. | Withdrawal from reserve {reserve} without a council decision.
GB-410 | error | row | both | Subsidie zonder beschikking, of buiten de looptijd. | Grant without award letter, or outside its term.
GB-411 | warning | workbook | both | Restant {bedrag} van {bron} is niet bestemd (vrijval of overheveling?). | Remainder {amount} of {source} has no destination (release or carry-over?).
GB-412 | info | row | both | Dekking "nog te besluiten" telt niet als dekking. | Coverage "to be decided" does not count as coverage.
GB-413 | error | row | both | Regel is voor meer dan 100% gedekt ({pct}%). | Line is covered for more than 100% ({pct}%).
GB-414 | warning | row | both | Reguliere programma-inzet hoort niet ten laste van deze stelpost maar via de P&C-cyclus. | Regular programme effort belongs in the P&C cycle, not on this placeholder.
GB-501 | error | row | both | I/S (incidenteel/structureel) ontbreekt. | I/S (incidental/structural) is missing.
GB-502 | warning | row | both | Incidentele regel loopt langer dan drie jaar. | Incidental line runs longer than three years.
GB-503 | warning | row | both | Structurele regel stopt in {jaar}. | Structural line stops in {year}.
GB-504 | warning | row | both | Reservemutatie is in beginsel incidenteel (uitzondering: dekking kapitaallasten). | A reserve movement is incidental in principle (exception: capital-cost reserve).
GB-505 | error | workbook | both | Structureel saldo {jaar} is negatief: {bedrag}. | Structural balance {year} is negative: {amount}.
GB-506 | error | row | both | Onttrekking/toevoeging aan reserve loopt via 0.10, niet als bate/last op het programma-taakveld. | Reserve movements go through 0.10, not as income/cost on the task field.
GB-507 | error | row | both | Dotatie aan voorziening hoort op het taakveld zelf (categorie 7.2), niet op 0.10. | An addition to a provision belongs on the task field itself (category 7.2), not on 0.10.
GB-508 | error | row | both | Uitgave ten laste van voorziening loopt niet via de exploitatie. | Spending charged to a provision does not pass through operations.
GB-509 | error | row | both | Investering hoort als krediet; alleen kapitaallasten (7.3/7.4) komen in de exploitatie. | An investment is a credit; only capital costs (7.3/7.4) enter operations.
GB-510 | info | row | addin | Het besluit noemt dit "krediet"; het is een exploitatiebudget. | The decision calls this a "krediet"; it is an operating budget.
GB-511 | error | row | both | Baten en lasten zijn gesaldeerd; neem ze bruto op. | Income and cost are netted; enter them gross.
GB-512 | warning | row | both | Incidentele post ≥ {grens} zonder toelichting. | Incidental item ≥ {threshold} without explanation.
GB-513 | warning | row | both | Overhead mag niet aan dit taakveld worden toegerekend (alleen grondexploitaties, investeringen, tarieven). | Overhead may not be charged to this taakveld (only land development, investments, fees).
GB-601 | error | workbook | server | Indienen kan niet: nog {n} fouten. | Cannot submit: {n} errors remain.
GB-602 | error | workbook | server | Statusovergang {van} → {naar} is niet toegestaan voor rol {rol}. | Status change {from} → {to} is not allowed for role {role}.
GB-603 | error | row | server | Regel is gewijzigd na indienen; trek eerst terug. | Line changed after submission; withdraw first.
GB-604 | error | row | server | Deze regel is ondertussen door {wie} gewijzigd. | This line was changed by {who} in the meantime.
GB-605 | error | workbook | server | Begrotingswijziging is niet budgettair neutraal: {bedrag} in {jaar}. | Budget amendment is not budget neutral: {amount} in {year}.
GB-606 | error | workbook | server | Nieuw beleid boven {grens} over programma's heen: raadsbesluit vooraf nodig. | New policy above {limit} across programmes: prior council decision needed.
GB-607 | error | workbook | server | Begrotingswijziging {jaar} kan niet na 31-12-{jaar} worden vastgesteld. | A {year} amendment cannot be adopted after 31-12-{year}.
GB-608 | error | table | both | Primitief + wijzigingen ≠ begroting na wijziging (verschil {bedrag}). | Original + amendments ≠ amended budget (difference {amount}).
GB-609 | warning | workbook | both | "Begroting wijzigen: {ja/nee}" past niet bij de regels. | "Amend budget: {yes/no}" does not match the lines.
GB-610 | error | workbook | server | Besluit {nr} is {uitkomst}; budget is niet vrijgegeven. | Decision {nr} is {outcome}; budget not released.
GB-611 | error | workbook | both | Bedrag ({bedrag}) wijkt af van het besluit ({besluit}). | Amount ({amount}) differs from the decision ({decision}).
GB-612 | error | workbook | server | Indiener en goedkeurder zijn dezelfde persoon. | Submitter and approver are the same person.
GB-613 | warning | workbook | server | Deadline {moment} ({datum}) is verstreken. | Deadline {moment} ({date}) has passed.
GB-614 | error | table | server | Realisatie overschrijdt begroting na wijziging op programma {programma}: {bedrag} (begrotingsonrechtmatigheid). | Actuals exceed the amended budget on programme {programme}: {amount} (budget unlawfulness).
GB-615 | info | row | both | Overschrijding op regelniveau past binnen het programma. | Overspend on line level fits within the programme.
GB-616 | warning | table | both | Afwijking {bedrag} {V/N} is niet verklaard. | Variance {amount} {F/U} is not explained.
GB-617 | error | workbook | server | Vastgestelde versie mag niet wijzigen (controlegetal wijkt af). | An adopted version may not change (checksum differs).
GB-701 | error | cross-area | server | {bron} is over alle gebieden heen overschreden: {beroep} van {plafond}. | {source} is overdrawn across all areas: {draw} of {ceiling}.
GB-702 | error | cross-area | server | Stelpost op 0.8 daalt niet met hetzelfde bedrag als de gebieden stijgen (verschil {bedrag}). | The 0.8 placeholder does not fall by what the areas rise (difference {amount}).
GB-703 | error | cross-area | server | Interne verrekening {van}→{naar} {jaar} sluit niet: {a} tegenover {b}. | Internal charge {from}→{to} {year} does not close: {a} against {b}.
GB-704 | error | cross-area | server | Tegenregel in gebied {gebied} ontbreekt. | Mirror line in area {area} is missing.
GB-705 | warning | cross-area | server | Zelfde kosten lijken door {a} en {b} te worden opgevoerd ({omschrijving}, {bedrag}). | The same cost seems claimed by {a} and {b} ({description}, {amount}).
GB-706 | error | cross-area | server | {persoon} is in {jaar} voor {uren} uur ingezet; capaciteit is {cap}. | {person} is planned for {hours} hours in {year}; capacity is {cap}.
GB-707 | warning | cross-area | server | {functie} heeft verschillende tarieven: {lijst}. | {role} has different rates: {list}.
GB-708 | error | cross-area | server | Verdeling van {kosten} over gebieden telt op tot {pct}%. | Distribution of {cost} over areas adds up to {pct}%.
GB-709 | error | cross-area | server | Programma {p}: gebieden vragen samen {som}, beschikbaar {plafond}. | Programme {p}: areas request {sum}, available {ceiling}.
GB-710 | warning | cross-area | server | Zelfde activiteit/functie op verschillende taakvelden: {lijst}. | Same activity/role on different task fields: {list}.
GB-711 | warning | cross-area | server | Consolidatie onvolledig: {gebieden} nog niet ingediend. | Consolidation incomplete: {areas} not submitted.
GB-712 | error | cross-area | server | Werkboeken gebruiken verschillende code- of tarieflijsten ({lijst}). | Workbooks use different code or rate lists ({list}).
GB-713 | error | cross-area | server | Versies lopen door elkaar: {lijst}. | Versions are mixed: {list}.
GB-714 | error | cross-area | server | Consolidatie sluit niet: som gebieden {a} − eliminaties {e} + stadsbreed {s} ≠ {t}. | Consolidation does not close: areas {a} − eliminations {e} + city-wide {s} ≠ {t}.
GB-715 | error | cross-area | server | Reserve {reserve} wordt negatief op 31-12-{jaar}: {stand}. | Reserve {reserve} turns negative at 31-12-{year}: {balance}.
GB-716 | error | cross-area | server | Subsidie {nr} is door gebieden samen voor {som} ingezet; beschikt {plafond}. | Grant {nr} is used for {sum} by areas together; awarded {ceiling}.
GB-717 | warning | cross-area | server | Stadsbrede kosten staan als gebiedskosten in {gebied}. | City-wide costs are entered as area costs in {area}.
GB-718 | info | cross-area | server | Experiment "{naam}" loopt ook in {gebied}. | Experiment "{name}" also runs in {area}.
GB-801 | warning | workbook | server | Iv3: totaal lasten ≠ totaal baten (incl. 0.10/0.11), verschil {x} x € 1.000. | Iv3: total cost ≠ total income (incl. 0.10/0.11), difference {x} x € 1.000.
GB-802 | info | workbook | both | Afrondingsverschil van {x} x € 1.000 door afronden per cel. | Rounding difference of {x} x € 1.000 from rounding per cell.
GB-803 | error | workbook | server | Verrekencategorieën 7.4 en 7.5 sluiten niet over de taakvelden. | Internal categories 7.4 and 7.5 do not close over task fields.
GB-804 | error | row | both | Categorie 6.1 hoort op de balans, niet in een gebiedsbegroting. | Category 6.1 belongs on the balance sheet, not in an area budget.
GB-805 | error | row | both | 4.3.9/4.4.9 (onverdeeld) mag alleen in een begroting, niet in realisatie. | 4.3.9/4.4.9 (undivided) only in a budget, not in actuals.
GB-806 | error | workbook | server | Iv3-bestand voldoet niet aan schema v2.1: {pad}. | Iv3 file does not satisfy schema v2.1: {path}.
GB-807 | error | workbook | server | Overheidsnummer {x} is onjuist (06 + gemeentecode, bijv. 060193). | Authority number {x} is wrong (06 + municipality code, e.g. 060193).
GB-808 | warning | workbook | server | Deellevering: een gebiedsbegroting is geen volledige Iv3-levering; niet insturen. | Partial: an area budget is not a complete Iv3 delivery; do not submit.
GB-809 | error | workbook | server | Export bevat namen van medewerkers; openbare versie toont functies. | Export contains employee names; the public version shows roles.
GB-901 | error | table | both | {instrument} moet {n} jaar beslaan, nu {m}. | {instrument} must span {n} years, now {m}.
GB-902 | error | table | both | {kind} valt buiten de looptijd van {ouder}. | {child} falls outside the term of {parent}.
GB-903 | warning | row | both | Regel is niet gekoppeld aan een actie uit het gebiedsjaarplan. | Line is not linked to an action of the area year plan.
GB-904 | warning | table | server | Gebied {gebied} heeft geen {rol}. | Area {area} has no {role}.
GB-905 | info | workbook | both | Gebiedsbegroting heeft geen regels in domein {domein}. | Area budget has no lines in domain {domain}.
GB-906 | warning | row | both | Implementatie loopt tot {datum}; regel ligt daarna. | Implementation runs until {date}; the line is later.
GB-907 | error | row | server | Gebiedswethouder heeft alleen leesrecht. | The area alderman has read access only.
`

/** Where the policy for cells is stricter: an ambiguous amount is not read, and merged cells are refused. */
const stricter: ReadonlySet<string> = new Set(['GB-103', 'GB-107'])

/** Not in the catalogue: what else must be said about a workbook that is not wholly read, and personal data. */
const additions = ['GB-115', 'GB-116', 'GB-117', 'GB-118', 'GB-119', 'GB-120', 'GB-121']

const expected = catalogue
  .trim()
  .split('\n')
  .map((row) => row.split(' | '))

const placesIn = (text: string) => text.match(/\{[\w/]+\}/g)?.length ?? 0

describe('the catalogue', () => {
  test.for(expected)('[S-30] %s', ([id = '', severity, scope, where, nl, en]) => {
    const rule = allRules.find((candidate) => candidate.id === id)
    const shown = rule && [rule.severity, rule.scope, rule.where, rule.message.nl, rule.message.en]
    expect(shown).toEqual([stricter.has(id) ? 'error' : severity, scope, where, nl, en])
  })

  test('every rule stands once in the list, and is of the catalogue or one of our additions', () => {
    const ids = allRules.map(({ id }) => id).sort()
    expect(ids).toEqual([...expected.map(([id]) => id), ...additions].sort())
  })

  test('the families are the 126 rules of the catalogue', () => {
    expect(catalogueIds).toHaveLength(126)
    expect(expected.map(([id]) => id).sort()).toEqual([...catalogueIds].sort())
  })

  test('a message has as many places in English as in Dutch', () => {
    for (const { id, message } of allRules) expect([id, placesIn(message.en)]).toEqual([id, placesIn(message.nl)])
  })

  test('[S-30] every rule has a test that bears its id', () => {
    const folder = import.meta.dirname
    const names = readdirSync(folder).filter((name) => name.endsWith('.test.ts'))
    const tests = names.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n')
    expect(allRules.map(({ id }) => id).filter((id) => !tests.includes(`[${id}]`))).toEqual([])
  })
})
