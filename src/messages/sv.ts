import type { FailureRecord, SettingsFault } from '../domain/failure.ts';
import type { Problem } from '../domain/problem.ts';
import type { Measure } from '../domain/tables.ts';
import { batchSv, planProblemsSv } from './batch-sv.ts';
import type { Catalogue } from './catalogue.ts';
import { compareSv, limitText, verifySv } from './compare-sv.ts';
import { diskFailuresSv } from './disk-sv.ts';
import type { ProblemText } from './problem-text.ts';
import type { Words } from './words.ts';

/** The Swedish names of columns, for messages that name a column which the file may lack. */
const COLUMN_NAMES: Readonly<Record<string, string>> = {
  published: 'publicerad',
  programme: 'program',
  decisions_per_month: 'beslut_per_månad',
  decisions: 'beslut',
  expenditure: 'utgift',
  expenditure_tkr: 'utgift_tkr',
  expenditure_mkr: 'utgift_mkr',
  month: 'månad',
  new_decisions: 'nya_beslut',
  valid_from: 'giltig_från',
  measure: 'mått',
  step: 'arbetsmoment',
  value: 'värde',
  code: 'kod',
};

const MEASURES: Readonly<Record<Measure, string>> = {
  collaboration_share: 'samverkansandel',
  base_hours: 'grundtimmar',
  collaboration_hours: 'samverkanstimmar',
};

const columnName = (key: string): string => COLUMN_NAMES[key] ?? key;

/** The second Swedish name of a column, for lists of columns to choose from. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  decisions_per_month: 'deltagare_per_månad',
  expenditure_mkr: 'utgift_mnkr',
};

const columnNames = (keys: readonly string[]): readonly string[] =>
  keys.flatMap((key) => {
    const other = OTHER_NAMES[key];
    return other === undefined ? [columnName(key)] : [columnName(key), other];
  });

/** A column that is needed, or `a | b | c`, of which one is. */
function neededColumn(keys: string, choice: (items: readonly string[]) => string): string {
  const several = keys.split(' | ');
  return several.length > 1 ? `någon av ${choice(columnNames(several))}` : columnName(keys);
}

/** «1 timme», «2 timmar»: the form that goes with the number as it is shown. */
const counted = (shown: string, one: string, several: string): string => `${shown} ${shown === '1' ? one : several}`;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const didYouMean = (near: readonly string[], choice: (items: readonly string[]) => string): string =>
  near.length > 0 ? `Menade du ${choice(near)}?` : '';

const delimiterName = (delimiter: string): string =>
  ({ ';': 'semikolon', ',': 'komma', '\t': 'tabb' })[delimiter] ?? `”${delimiter}”`;

const EXCEL_MONTHS =
  'Excel visar 2023-01 som jan-23 och sparar det så: ge kolumnen det anpassade formatet ÅÅÅÅ-MM i arbetsboken, inte i CSV-filen, och spara som CSV igen.';

/** What the value of a setting may be. */
function settingText(allowed: SettingsFault['allowed'], words: Words): string {
  if (allowed === 'number') return 'ett tal större än 0';
  if (allowed === 'folder') return 'namnet på en mapp';
  return allowed === undefined || allowed === 'files'
    ? 'namnet på en fil, eller en lista med filnamn'
    : words.choice(allowed);
}

const PARTS = { rows: 'rader', steps: 'arbetsmoment', totals: 'summor' };

export const sv: Catalogue = {
  language: 'sv',
  decimalSign: ',',
  monthNames: [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
  ],
  and: 'och',
  or: 'eller',
  nation: 'riket',
  problems: {
    'encoding-unknown': ({ byteOffset }, words) => ({
      message: `texten är varken UTF-8, UTF-16 eller Windows-1252 (byte ${words.number(byteOffset + 1)})`,
      hint: 'Spara filen som ”CSV UTF-8”.',
    }),
    'encoding-mixed': () => ({
      message: 'det mesta av texten är UTF-8, men här är ett tecken som inte är det',
      hint: 'Kanske har två filer satts ihop, eller filen klippts av. Öppna den, se efter hur å, ä och ö ser ut och spara den som ”CSV UTF-8”.',
    }),
    'encoding-foreign': ({ sample }) => ({
      message: `å, ä och ö verkar vara skrivna som på en Mac eller i DOS (${sample})`,
      hint: 'Spara filen som ”CSV UTF-8”.',
    }),
    'encoding-utf16-unmarked': () => ({
      message: 'filen är UTF-16 men saknar märket som säger det',
      hint: 'Spara filen som ”CSV UTF-8”.',
    }),
    'bom-inside': () => ({
      message: 'ett märke som ska stå först i en fil står inne i den; filerna ser hopslagna ut',
      hint: 'Ange varje fil för sig med tabellens flagga i stället för att slå ihop dem, eller spara den hopslagna filen på nytt som ”CSV UTF-8”.',
    }),
    'nul-inside': () => ({
      message: 'ett tecken utan betydelse (NUL) står i texten; filen kan vara skadad',
      hint: 'Hämta eller exportera filen på nytt.',
    }),
    'file-not-text': ({ kind }) => ({
      message: {
        workbook: 'det här är en arbetsbok från ett kalkylprogram, inte en CSV-fil',
        archive: 'det här är en packad fil (gzip), inte en CSV-fil',
        pdf: 'det här är en PDF, inte en CSV-fil',
        json: 'det här är JSON, inte en CSV-fil',
        'web-page': 'det här är en webbsida, inte en CSV-fil',
      }[kind],
      hint: {
        workbook: 'Öppna den i kalkylprogrammet och spara bladet som ”CSV UTF-8”.',
        archive: 'Packa upp den först.',
        pdf: 'Be om tabellen som CSV eller arbetsbok.',
        json: 'Be om tabellen som CSV.',
        'web-page': 'Kanske bad sidan om inloggning. Hämta filen på nytt som CSV.',
      }[kind],
    }),
    'table-twice': ({ paths }, words) => ({
      message: `tabellen finns under två namn: ${words.list(paths)}`,
      hint: 'Behåll en av filerna, eller ange den rätta filen med tabellens egen flagga.',
    }),
    'file-empty': () => ({
      message: 'filen är tom',
      hint: 'Den ska ha en rubrikrad och minst en rad med värden.',
    }),
    'no-rows': () => ({
      message: 'det finns en rubrikrad men inga rader under den',
      hint: 'Lägg till raderna. En tabell utan rader räknas aldrig som 0 timmar.',
    }),
    'header-missing': ({ missing, found }, words) => ({
      message:
        missing.length === 1 && !missing[0]?.includes(' | ')
          ? `kolumnen ${missing.map(columnName).join()} saknas`
          : `${missing.length === 1 ? 'en kolumn' : 'kolumner'} saknas: ${words.list(missing.map((keys) => neededColumn(keys, words.choice)))}`,
      hint: `Raden har: ${found.filter((name) => name !== '').join(', ') || 'ingenting'}. Döp om den kolumn som menas, eller lägg till den.`,
    }),
    'header-duplicate': ({ first, firstNumber }) => ({
      message: `samma kolumn finns redan: ${first} i kolumn ${firstNumber}`,
      hint: 'Behåll en av de två kolumnerna.',
    }),
    'header-misspelt': ({ meant }) => ({
      message: `kolumnnamnet är inte känt, men det liknar ${meant}`,
      hint: `Skriv ${meant}, eller ge kolumnen ett eget namn om den innehåller något annat.`,
    }),
    'header-blank': () => ({
      message: 'en kolumn utan namn står mellan de andra',
      hint: 'Ge kolumnen ett namn eller ta bort den.',
    }),
    'header-absent': ({ required }, words) => ({
      message: 'första raden ser ut som data, och ingen rad namnger kolumnerna',
      hint: `Lägg en rad med kolumnernas namn först: ${words.list(required.map((keys) => columnName(keys.split(' | ')[0] ?? keys)))}.`,
    }),
    'header-repeated': () => ({
      message: 'rubrikraden står här en gång till; kanske har filer slagits ihop',
      hint: 'Ta bort raden.',
    }),
    'header-below-rows': ({ headerLine }, words) => ({
      message: `det här ser ut som en rad i tabellen, men kolumnernas namn står under den, på rad ${words.number(headerLine)}`,
      hint: 'Flytta rubrikraden överst; kanske har den sorterats ihop med raderna.',
    }),
    'header-second-row': () => ({
      message: 'det här ser ut som en andra rubrikrad, inte som data',
      hint: 'Behåll en enda rubrikrad och ta bort den här.',
    }),
    'second-table': () => ({
      message: 'här verkar en annan tabell börja; inget härifrån har lästs',
      hint: 'Spara varje tabell som en egen fil.',
    }),
    'delimiter-conflict': ({ said, found }) => ({
      message:
        found === null
          ? `raden sep=${delimiterName(said)} anger en avgränsare som inte ger tabellens kolumner`
          : `raden säger att ${delimiterName(said)} skiljer cellerna åt, men i tabellen är det ${delimiterName(found)}`,
      hint: 'Rätta raden eller ta bort den.',
    }),
    'delimiter-unknown': ({ delimiter }) => ({
      message: `cellerna verkar skiljas åt av ${delimiter.trim() === '' ? 'mellanslag' : `”${delimiter}”`}`,
      hint: 'Spara filen med semikolon, komma eller tabb mellan cellerna.',
    }),
    'columns-too-many': ({ limit, found }, words) => ({
      message: `rubrikraden har ${words.number(found)} kolumner; fler än ${words.number(limit)} läses inte`,
      hint: 'Ta bort de kolumner som inte behövs.',
    }),
    'rows-too-many': ({ limit }, words) => ({
      message: `tabellen har fler än ${words.number(limit)} rader`,
      hint: 'Ta bort månader eller program som inte behövs för uppskattningen.',
    }),
    'problems-too-many': ({ limit }, words) => ({
      message: `filen har fler än ${words.number(limit)} problem; inget nedanför den här raden har lästs`,
      hint: 'Rätta först det som återkommer på varje rad.',
    }),
    'row-width': ({ expected, found }, words) => ({
      message: `raden har ${counted(words.number(found), 'cell', 'celler')}, men rubrikraden har ${words.number(expected)}`,
      hint: 'Leta efter ett avgränsningstecken som saknas eller är överflödigt. En text som innehåller avgränsningstecknet ska stå inom citattecken.',
    }),
    'row-blank': () => ({
      message: 'en tom rad står mitt i tabellen',
      hint: 'Ta bort raden, eller allt under den om det är en annan tabell.',
    }),
    'row-total': () => ({
      message: 'det här ser ut som en summarad, och med den skulle allt räknas två gånger',
      hint: 'Ta bort raden. En kontrollrad för hela riket skrivs med regionen Riket.',
    }),
    'row-footnote': () => ({
      message: 'det här ser ut som en fotnot eller en rubrik, inte som en rad i tabellen',
      hint: 'Ta bort raden, eller spara den i en fil vid sidan av.',
    }),
    'quote-misplaced': () => ({
      message: 'ett citattecken står inne i en cell',
      hint: 'Sätt citattecken runt hela cellen. Ett citattecken inne i texten skrivs två gånger.',
    }),
    'quote-unclosed': () => ({
      message: 'här börjar en text med citattecken, men det avslutande citattecknet saknas',
      hint: 'Sätt ett citattecken i slutet av cellen, eller ta bort det första.',
    }),
    'quote-runaway': ({ lines }, words) => ({
      message: `ett citattecken öppnas här och drar in ${words.number(lines)} rader i en cell`,
      hint: 'Avsluta det där cellen slutar, eller ta bort det.',
    }),
    'record-too-large': () => ({
      message: 'en rad är längre än fyra miljoner tecken; troligen saknas ett avslutande citattecken',
      hint: 'Leta efter ett ensamt citattecken på raderna ovanför.',
    }),
    'cell-too-large': () => ({
      message: 'cellen är längre än en miljon tecken',
      hint: 'Korta ner den. Finns det citattecken i närheten, se efter att vart och ett är avslutat.',
    }),
    'cell-missing': () => ({
      message: 'cellen är tom, eller har ett tecken för att värdet saknas, till exempel x eller ”..”',
      hint: 'Fyll i värdet; ett värde som saknas räknas inte som 0. Står det bara på första raden i varje grupp, fyll ner det i kalkylprogrammet.',
    }),
    'cell-spreadsheet-error': () => ({
      message: 'det här är ett felvärde från ett kalkylprogram',
      hint: 'Rätta formeln i kalkylbladet och spara filen på nytt. Visar cellen ####, gör kolumnen bredare.',
    }),
    'optional-cell-error': () => ({
      message: 'det som står här är inget värde och räknas som en tom cell',
      hint: 'Rätta det, eller töm cellen om den ska vara tom.',
    }),
    'row-in-one-cell': ({ delimiter }) => ({
      message: `hela raden är en enda cell, med ${delimiterName(delimiter)} i`,
      hint: 'Ta bort citattecknen runt raden, eller använd samma avgränsare som i rubrikraden.',
    }),
    'cell-line-break': () => ({
      message: 'cellen innehåller en radbrytning; kanske saknas ett avslutande citattecken längre upp',
      hint: 'Skriv värdet på en enda rad och kontrollera citattecknen på raderna omkring.',
    }),
    'text-garbled': () => ({
      message: 'å, ä eller ö har blivit två tecken på vägen genom ett annat program',
      hint: 'Skriv texten på nytt, eller hämta filen på nytt och öppna den som UTF-8.',
    }),
    'hidden-character': ({ codePoint }) => ({
      message: `cellen innehåller ett osynligt tecken (${codePoint})`,
      hint: 'Skriv in värdet på nytt i stället för att klistra in det.',
    }),
    'quote-foreign': ({ character }) => ({
      message: `texten står inom ${character}, som inte är ett citattecken i en CSV-fil`,
      hint: 'Skriv utan, eller med raka dubbla citattecken.',
    }),
    'number-syntax': () => ({
      message: 'här ska det stå ett tal',
      hint: 'Skriv det som 1240, 1 240 eller 12,5, utan enhet, och en andel som 35 %. Timmar skrivs som decimaltal: 2:24 är 2,4.',
    }),
    'number-grouping': () => ({
      message: 'siffrorna är inte grupperade tre och tre',
      hint: 'Skriv talet som 1240 eller 1 240.',
    }),
    'number-thousands-sign': () => ({
      message: 'punkt och komma är alltid decimaltecken och kan inte skilja tusental åt',
      hint: 'Skriv tusental med mellanslag eller utan något: 1 234,56 eller 1234,56.',
    }),
    'number-scientific': () => ({
      message: 'talet är skrivet med tiopotens (som 1,2E+05), så siffror kan ha gått förlorade',
      hint: 'Välj cellformatet ”Tal” för kolumnen i kalkylbladet och spara filen på nytt.',
    }),
    'number-ambiguous': ({ asThousands, asDecimal, isCount }) => ({
      message: isCount
        ? `här ska det stå ett helt antal, men tecknet i ${asDecimal} läses som ett decimaltecken`
        : `det här kan läsas som ${asThousands} eller som decimaltalet ${asDecimal}`,
      hint: isCount
        ? `Skriv tusental med mellanslag: ${asThousands}.`
        : `Skriv tusental med mellanslag (${asThousands}), eller decimaltalet med fler eller färre decimaler.`,
    }),
    'number-mixed-signs': ({ other, otherLine }, words) => ({
      message: `decimaltecknet är ett annat än ”${other}” på rad ${words.number(otherLine)} i samma fil`,
      hint: 'Använd samma decimaltecken i hela filen. Tusental skrivs med mellanslag.',
    }),
    'number-negative': () => ({
      message: 'talet kan inte vara mindre än 0 här',
      hint: 'Skriv 0 eller ett större tal.',
    }),
    'number-not-positive': () => ({
      message: 'talet ska vara större än 0',
      hint: 'Lämna cellen tom om värdet inte är känt.',
    }),
    'number-not-whole': () => ({
      message: 'här ska det stå ett helt antal',
      hint: 'Skriv antalet utan decimaler.',
    }),
    'number-too-large': ({ limit }) => ({
      message: `talet är större än ${limit}, mer än vad som förekommer här`,
      hint: 'Kontrollera om det har kommit med för många siffror.',
    }),
    'share-scale': () => ({
      message: 'en andel ligger mellan 0 och 1',
      hint: 'Skriv till exempel 35 som 0,35 eller 35 %.',
    }),
    'share-percent-unexpected': () => ({
      message: 'procent går inte att använda här',
      hint: 'Skriv själva talet, utan %.',
    }),
    'month-syntax': () => ({
      message: 'här ska det stå en månad',
      hint: `Skriv den som 2023-01 (det går också bra med 202301, 2023M01 eller januari 2023). ${EXCEL_MONTHS}`,
    }),
    'month-is-period': () => ({
      message: 'här står ett kvartal, ett år eller en vecka, men det ska vara en månad',
      hint: 'Skriv en månad, till exempel 2023-01. Statistik har en rad för varje månad; bara prognoser får gälla ett kvartal eller ett år.',
    }),
    'date-ambiguous': ({ readings }, words) => ({
      message: `det här kan läsas på mer än ett sätt; kanske menas ${words.choice(readings)}`,
      hint: `Skriv det som ${readings[0]}. ${EXCEL_MONTHS}`,
    }),
    'date-serial': ({ date, date1904 }) => ({
      message: `det här ser ut som Excels datumtal för ${date} (${date1904} i en arbetsbok som räknar från 1904)`,
      hint: 'Ge kolumnen det anpassade formatet ÅÅÅÅ-MM (ÅÅÅÅ-MM-DD för ett datum) och spara filen som CSV igen.',
    }),
    'date-outside-calendar': ({ from, to }) => ({
      message: 'datumet finns inte i kalendern, eller så ligger året för långt bort',
      hint: `Se efter dag, månad och år. År från ${from} till ${to} läses.`,
    }),
    'month-not-first-day': ({ month }) => ({
      message: 'här står en enskild dag, men det ska vara en månad',
      hint: `Skriv ${month}. Uppgifter per dag behöver först summeras till månader.`,
    }),
    'period-syntax': () => ({
      message: 'här ska det stå en månad, ett kvartal eller ett år',
      hint: `Skriv till exempel 2023-01, 2023K1 (eller 2023-Q1) eller 2023. ${EXCEL_MONTHS}`,
    }),
    'day-syntax': () => ({ message: 'här ska det stå ett datum', hint: 'Skriv det som 2022-10-28.' }),
    'measure-unknown': () => ({
      message: 'måttet är inte känt',
      hint: 'Skriv samverkansandel (collaboration_share), grundtimmar (base_hours) eller samverkanstimmar (collaboration_hours).',
    }),
    'priority-unknown': () => ({
      message: 'prioriteten är inte känd',
      hint: 'Skriv måste (must) eller kan (can), eller lämna cellen tom.',
    }),
    'key-look-alike': ({ character, codePoint }) => ({
      message: `tecknet ${character} (${codePoint}) ser ut som en latinsk bokstav eller en siffra men är ett annat tecken`,
      hint: 'Skriv in värdet på nytt med ett svenskt tangentbord.',
    }),
    'key-variant': ({ other, otherPath, otherLine }, words) => ({
      message: `namnet skrivs ”${other}” i ${otherPath}, rad ${words.number(otherLine)}`,
      hint: 'Skriv det likadant överallt, även stora bokstäver och mellanslag.',
    }),
    'code-unknown': ({ kind, near, from }, words) => ({
      message: `${kind === 'programme' ? 'programmet' : 'regionen'} finns inte i ${from}`,
      hint:
        didYouMean(near, words.choice) ||
        `Rätta värdet. Är det ${kind === 'programme' ? 'ett nytt program, behöver det' : 'en ny region, behöver den'} finnas i ${from}.`,
    }),
    'name-is-nation': () => ({
      message: 'det här betyder hela riket och kan därför inte vara en kod eller en region',
      hint: 'Ta bort raden. Rader för riket behöver ingen kod.',
    }),
    'quantity-count': ({ filled, expected }, words) => ({
      message:
        filled.length === 0
          ? 'raden anger varken beslut eller utgift'
          : `raden har tal i flera måttkolumner: ${words.list(filled)}`,
      hint: `Fyll i exakt en av kolumnerna ${words.list(columnNames(expected))}, och lämna de andra tomma.`,
    }),
    'range-half': () => ({
      message: 'låg och hög hör ihop, men bara den ena är ifylld',
      hint: 'Fyll i båda, eller lämna båda tomma.',
    }),
    'range-order': ({ low, value, high }, words) => ({
      message: `värdet ${words.number(value, 6)} ligger inte mellan låg ${words.number(low, 6)} och hög ${words.number(high, 6)}`,
      hint: 'Rätta värdena: låg är det minsta tänkbara och hög det största, och värdet ligger däremellan.',
    }),
    'validity-order': ({ validFrom }) => ({
      message: `giltigheten slutar innan den börjar (${validFrom})`,
      hint: 'Rätta en av månaderna. I giltig_till står den sista månaden som räknas med.',
    }),
    'step-missing': () => ({
      message: 'ett mått i timmar behöver ett arbetsmoment',
      hint: 'Ange arbetsmomentet, till exempel bedöma, besluta eller trepartssamtal.',
    }),
    'step-unexpected': () => ({
      message: 'för en samverkansandel anges inget arbetsmoment',
      hint: 'Lämna cellen tom, eller välj ett mått som gäller timmar.',
    }),
    'more-new-than-all': ({ decisions }, words) => ({
      message: `de nya besluten är fler än alla beslut (${words.number(decisions)})`,
      hint: 'Nya beslut är en del av alla beslut. Kontrollera om två kolumner har bytt plats.',
    }),
    'more-collaboration-than-new': ({ newDecisions }, words) => ({
      message: `samverkansärendena är fler än de nya besluten (${words.number(newDecisions)})`,
      hint: 'Räkna bara de samverkansärenden som hör till månadens nya beslut.',
    }),
    'key-duplicate': ({ otherPath, otherLine }, words) => ({
      message: `samma rad finns redan i ${otherPath}, rad ${words.number(otherLine)}`,
      hint: 'Ta bort en av de två raderna.',
    }),
    'key-conflict': ({ otherPath, otherLine, hasPublications }, words) => ({
      message: `i ${otherPath}, rad ${words.number(otherLine)}, står något annat för samma sak`,
      hint: hasPublications
        ? 'Behåll den rad som stämmer, eller skilj preliminära och definitiva uppgifter åt med publiceringsdatum. En rad utan region gäller hela riket.'
        : 'Behåll den rad som stämmer.',
    }),
    'no-forecast': ({ month, from, to, lacking }, words) => ({
      message: `inget program med schabloner har en prognos för ${words.month(month)}`,
      hint:
        lacking.length > 0
          ? `Prognoserna gäller ${words.list(lacking)}, som saknar schabloner. Lägg till schabloner under samma namn.`
          : from === null || to === null
            ? 'Ingen prognos alls är känd. Kontrollera publiceringsdatumen och --as-of.'
            : `Prognoserna omfattar ${from} till och med ${to}. Välj en av de månaderna, eller lägg till en nyare prognos.`,
    }),
    'programme-without-schablons': ({ programme }) => ({
      message: `${programme} är valt men har inga schabloner`,
      hint: `Lägg till samverkansandel och timmar för ${programme} i schabloner.csv.`,
    }),
    'programme-without-forecast': ({ programme, month }, words) => ({
      message: `${programme} är valt, men ingen känd prognos omfattar ${words.month(month)}`,
      hint: `Lägg till en prognos för ${programme}, eller välj en annan månad.`,
    }),
    'no-reference-month': ({ programme, month }, words) => ({
      message: `${programme}: ${words.month(month)} har ingen referensmånad, eftersom samma månad ett tidigare år saknas i beslutsstatistiken eller inte finns för alla regioner`,
      hint: 'Lägg till statistiken för samma månad ett år tidigare, med en rad för varje region.',
    }),
    'no-reference-year': ({ programme, period }) => ({
      message: `${programme}: prognosen för ${period} kan inte fördelas på månader, eftersom beslutsstatistiken inte har alla periodens månader för något tidigare år`,
      hint: 'Lägg till de månader som saknas i statistiken, eller ange prognosen per månad.',
    }),
    'no-cost-per-decision': ({ programme, period }) => ({
      message: `${programme}: utgiften för ${period} kan inte räknas om till beslut, eftersom ingen kostnad per beslut är känd`,
      hint: 'Fyll i kostnad_per_beslut i prognosen, eller utgift i statistiken för ett tidigare år.',
    }),
    'no-seasonal-profile': ({ programme, period }) => ({
      message: `${programme}: beslutsstatistiken har 0 beslut för alla månader under ${period}, så det framgår inte hur en prognos ska fördelas på månader`,
      hint: 'Rätta statistiken, eller ange prognosen per månad.',
    }),
    'no-regional-split': ({ programme, month }, words) => ({
      message: `${programme}: beslutsstatistiken har 0 beslut för ${words.month(month)}, så en prognos för riket kan inte fördelas på regioner`,
      hint: 'Rätta statistiken, eller ange prognosen per region.',
    }),
    'forecast-regions-missing': ({ programme, month, published, regions }, words) => ({
      message: `${programme}: prognosen från ${published} har rader för några regioner i ${words.month(month)}, men inte för ${words.list(regions)}`,
      hint: `Lägg till ${words.list(regions)} i prognosen, eller välj de andra regionerna med --region.`,
    }),
    'statistics-cover-too-little': ({ programme, month, referenceMonth, ratio }, words) => ({
      message: `${programme}: prognosen för riket i ${words.month(month)} är ${words.number(ratio, 1)} gånger summan av regionerna i ${words.month(referenceMonth)}; beslutsstatistiken har bara en del av regionerna, eller räknar på ett annat sätt`,
      hint: 'Lägg till de regioner som saknas, eller en rad med regionen Riket och antalet beslut i hela riket.',
    }),
    'no-new-share': ({ programme, referenceMonth }, words) => ({
      message: `${programme}: beslutsstatistiken har 0 beslut för ${words.month(referenceMonth)}, så andelen nya beslut går inte att beräkna`,
      hint: 'Rätta statistiken för den månaden.',
    }),
    'no-collaboration-share': ({ programme, region, month }, words) => ({
      message: `${programme}, ${words.region(region)}: ingen samverkansandel gäller för ${words.month(month)}`,
      hint: 'Lägg till en rad med måttet samverkansandel i schabloner.csv, eller förläng en som har slutat gälla.',
    }),
    'no-base-hours': ({ programme, region, month }, words) => ({
      message: `${programme}, ${words.region(region)}: inga grundtimmar gäller för ${words.month(month)}`,
      hint: 'Lägg till rader med måttet grundtimmar i schabloner.csv, eller förläng dem som har slutat gälla.',
    }),
    'no-collaboration-hours': ({ programme, region, month }, words) => ({
      message: `${programme}, ${words.region(region)}: det finns samverkansärenden, men inga samverkanstimmar gäller för ${words.month(month)}`,
      hint: 'Lägg till rader med måttet samverkanstimmar i schabloner.csv, eller förläng dem som har slutat gälla.',
    }),
    'hours-absurd': ({ programme, region, month, hours }, words) => ({
      message: `${programme}, ${words.region(region)}: ${words.number(hours)} timmar i ${words.month(month)} kan inte stämma`,
      hint: 'Kontrollera enheterna i prognosen (kronor, tusental, miljoner) och i schablonerna (timmar, inte minuter).',
    }),
    'no-regions-in-statistics': ({ programme, month }, words) => ({
      message: `${programme}: beslutsstatistiken för ${words.month(month)} gäller bara hela riket, så ingen region kan beräknas för sig`,
      hint: 'Utelämna --region, välj andra program med --programme eller lägg till regionernas statistik.',
    }),
    'regions-without-cells': ({ regions, month }, words) => ({
      message: `${words.list(regions)}: det finns inga beslut att utgå från för ${words.month(month)}, varken i prognosen eller i beslutsstatistiken`,
      hint: `Välj en annan region, eller lägg till statistik för ${regions.length === 1 ? 'regionen' : 'regionerna'}.`,
    }),
    'outcome-missing': ({ month, programmes, held, asOf }, words) => ({
      message: `i beslutsstatistiken${asOf === null ? '' : `, som den var publicerad ${asOf},`} saknas ${words.month(month)} för ${words.list(programmes)}`,
      hint:
        asOf === null
          ? 'Så går månaden att jämföra med:'
          : 'Om månaden är publicerad senare utelämnar du --as-of; --with as-of begränsar bara den ena sidan. Annars:',
      steps: [
        `Lägg till de rader för ${month} som saknas i beslutsstatistiken: månad, program, region, beslut, nya_beslut. Fanns det inga beslut skriver du 0.`,
        'Kör resurs check.',
        `Kör jämförelsen igen. En månad som inte har något utfall än kan jämföras som den är beräknad: --with estimate:${month}.${held === null ? '' : ` Välj under tiden bland de månader som beslutsstatistiken har, ${held[0]} till ${held[1]}, med --month, eller med --with outcome: och månaden.`}`,
      ],
    }),
    'hours-without-cases': ({ programme, region, month, measure, hours }, words) => ({
      message: `${programme}, ${words.region(region)}: ${words.number(hours, 1)} ${measure === 'base_hours' ? 'grundtimmar' : 'samverkanstimmar'} i ${words.month(month)}, fast det inte fanns några ${measure === 'base_hours' ? 'nya beslut' : 'samverkansärenden'}`,
      hint: `Kontrollera timmarna och ${measure === 'base_hours' ? 'nya_beslut' : 'samverkansärenden'} för månaden: de gäller samma ärenden.`,
    }),
    'nothing-to-compare': ({ from, to, uncovered }, words) => ({
      message:
        uncovered.length === 0
          ? `inget program har uppgifter både för ${words.month(from.month)} och för ${words.month(to.month)}`
          : `${words.list(uncovered)}: varken schabloner eller mätningar visar timmarna per ärende i ${words.month(from.month)} eller ${words.month(to.month)}`,
      hint:
        uncovered.length === 0
          ? 'Välj en annan månad, eller se med resurs check vilka månader tabellerna har.'
          : 'Lägg till schabloner som gäller då, eller uppmätta ärenden och timmar, eller välj en senare månad.',
    }),
    'change-above-limit': ({ direction, limit, hours, share }, words) => ({
      message: `${words.signed(hours, limit.unit === 'hours' ? limit.value : undefined)}\u00A0timmar${share === null ? '' : ` (${words.signedPercent(share, limit.unit === 'share' ? limit.value : undefined)})`} är en större ${direction === 'increase' ? 'ökning' : 'minskning'} än ${limitText(limit, words)}`,
      hint: `Se vad som har ändrats, eller höj --max-${direction}.`,
    }),
    'input-changed': ({ change, rows: [before, now] }, words) => ({
      message:
        change === 'added'
          ? 'filen fanns inte när resultatet sparades'
          : change === 'removed'
            ? 'filen läses inte längre'
            : `det här är inte den fil som resultatet beräknades från: ${before === now ? `den har fortfarande ${now === 1 ? 'en rad' : `${words.number(now ?? 0)} rader`}` : `den hade ${before === 1 ? 'en rad' : `${words.number(before ?? 0)} rader`} och har nu ${words.number(now ?? 0)}`}`,
      hint:
        change === 'added'
          ? 'Ta bort filen för att räkna som förut, eller spara resultatet på nytt.'
          : 'Använd den tidigare filen för att räkna som förut, eller spara resultatet på nytt.',
    }),
    'result-differs': ({ hours, share, parts, areInputsSame }, words) => ({
      message: `${words.list(parts.map((part) => PARTS[part]))} i resultatet skiljer sig${hours === null ? '' : `: ${words.signed(hours) === '0' ? 'summan är densamma' : `${words.signed(hours)} timmar${share === null ? '' : ` (${words.signedPercent(share)})`} totalt`}`}`,
      hint: areInputsSame
        ? 'Filerna är desamma: resultatet är sparat av en annan version, eller ändrat efteråt.'
        : 'Spara resultatet på nytt om ändringarna är riktiga.',
    }),
    'part-against-nation': ({ programme, month, share }, words) => ({
      message: `${programme}: den ena sidan är hela riket, den andra, från ${words.month(month)}, bara ${words.percent(share)} av det`,
      hint: 'Lägg till de regioner som saknas, eller jämför regioner med --region.',
    }),
    'regions-on-one-side': ({ programme, regions, month, otherMonth }, words) => ({
      message: `${programme}: ${words.list(regions)} saknar rad i ${words.month(month)} men finns i ${words.month(otherMonth)}, och räknas som 0`,
      hint: 'Lägg till de rader som saknas. Fanns det inga beslut skriver du 0.',
    }),
    'codes-on-one-side': ({ programme, codes, month, otherMonth }, words) => ({
      message: `${programme}: ${words.list(codes)} saknar rad i ${words.month(month)} men finns i ${words.month(otherMonth)}, så månaderna räknar kanske inte samma sak`,
      hint: 'Lägg till de rader som saknas. Fanns det inga beslut skriver du 0.',
    }),
    'programme-on-one-side': ({ programme, month, why, since }, words) => ({
      message:
        why === 'begins'
          ? `${programme} räknas som 0 i ${words.month(month)}: programmets statistik börjar i ${words.month(since)}`
          : `${programme} räknas som 0 i ${words.month(month)}: programmets statistik slutar i ${words.month(since)}`,
      hint: 'Fanns programmet då lägger du till dess rader; annars visar rader med 0 att det inte fanns.',
    }),
    'programme-left-out': ({ programme, month, lacks }, words) => ({
      message:
        lacks === 'schablons'
          ? `${programme} är inte med i beräkningen för ${words.month(month)}: programmet har en prognos men inga schabloner`
          : `${programme} är inte med i beräkningen för ${words.month(month)}: programmet har schabloner men ingen känd prognos för månaden`,
      hint:
        lacks === 'schablons'
          ? 'Lägg till schabloner för att få med programmet.'
          : 'Lägg till en prognos för att få med programmet.',
    }),
    'month-incomplete': ({ programme, month, regions }, words) => ({
      message: `${programme}: i beslutsstatistiken för ${words.month(month)} saknas ${words.list(regions)}, så månaden används inte`,
      hint: 'Lägg till de rader som saknas. Fanns det inga beslut skriver du 0.',
    }),
    'regions-exceed-nation': ({ programme, month, excessShare }, words) => ({
      message: `${programme}: summan av regionerna är ${words.percent(excessShare)} högre än raden för riket i ${words.month(month)}`,
      hint: 'Kontrollera om en region är räknad två gånger, eller om raden för riket räknar på ett annat sätt.',
    }),
    'forecast-far-from-last-year': ({ programme, month, referenceMonth, ratio }, words) => ({
      message: `${programme}: prognosen för ${words.month(month)} är ${words.number(ratio, 2)} gånger antalet beslut i ${words.month(referenceMonth)}`,
      hint: 'Kontrollera att prognosen och statistiken räknar samma sak: alla gällande beslut, både nya och pågående.',
    }),
    'codes-left-out': ({ programme, month, codes }, words) => ({
      message: `${programme}: ingen känd prognos för ${words.list(codes)} omfattar ${words.month(month)}; bara de andra koderna beräknas`,
      hint: 'Lägg till prognosen, eller en för hela programmet.',
    }),
    'only-nation-in-month': ({ programme, month }, words) => ({
      message: `${programme}: för ${words.month(month)} finns bara en rad för riket, trots att andra månader samma år har regioner, så ingen region beräknas för sig`,
      hint: 'Lägg till regionernas rader för den månaden.',
    }),
    'nation-lacks-codes': ({ programme, month, codes }, words) => ({
      message: `${programme}: rikets rader för ${words.month(month)} saknar ${words.list(codes)}, som regionerna har`,
      hint: 'Lägg till en rad för riket för varje kod, eller ta bort dem alla.',
    }),
    'whole-beside-its-parts': ({ programme, month, whole, parts }, words) => ({
      message: `${programme}: i ${words.month(month)} står ${whole} bredvid sina egna koder ${words.list(parts)}; de läggs ihop`,
      hint: 'Behåll helheten eller delarna om de gäller samma personer.',
    }),
    'region-left-out': ({ programme, region, month }, words) => ({
      message: `${programme} i ${region} är inte med i ${words.month(month)}: andra månader i beslutsstatistiken har regionen, men inte den månad som räknas`,
      hint: 'Lägg till raden för regionen. Fanns det inga beslut skriver du 0.',
    }),
    'region-blank': ({ programme }) => ({
      message: `en tom region betyder riket, men andra rader för ${programme} har regioner, eller gäller redan riket`,
      hint: 'Skriv regionen, eller Riket om raden gäller hela riket.',
    }),
    'hours-large': ({ median }, words) => ({
      message:
        median === null
          ? 'så många timmar för ett arbetsmoment i ett ärende är ovanligt'
          : `timmarna är mer än tjugo gånger så många som är vanligt i tabellen (${words.number(median, 2)})`,
      hint: 'Kontrollera att värdet inte är i minuter. Timmar skrivs som decimaltal, till exempel 2,4.',
    }),
    'step-only-regional': ({ programme, region }) => ({
      message: `${programme} har det här momentet bara i ${region}, så där läggs det till de nationella momenten`,
      hint: 'Ska det ersätta ett nationellt moment, stava det likadant och ge det samma mått.',
    }),
    'step-resembles': ({ other, otherPath, otherLine }, words) => ({
      message: `arbetsmomentet liknar ${other} (${otherPath}, rad ${words.number(otherLine)}), men räknas som ett annat`,
      hint: `Skriv ${other} om det är det som menas. Är det två olika ger du dem namn som skiljer sig mer.`,
    }),
    'share-extreme': ({ isWhole }) => ({
      message: isWhole
        ? 'andelen 1 betyder alla ärenden, inte 1 % av dem'
        : 'en andel under 1 % är ovanlig; kanske har den räknats om till procent två gånger',
      hint: isWhole
        ? 'Skriv 100 % om alla ärenden är samverkansärenden, annars själva andelen, till exempel 0,35 eller 35 %.'
        : 'Skriv till exempel 35 procent som 0,35 eller 35 %.',
    }),
    'figure-far-from-neighbours': ({ programme, region, month, quantity, value, before, after }, words) => ({
      message: `${programme}, ${words.region(region)}: ${words.number(value)} ${quantity === 'decisions' ? 'beslut' : 'nya beslut'} i ${words.month(month)} är långt från ${words.number(before)} i månaden före och ${words.number(after)} i månaden efter`,
      hint: 'Kontrollera om det står en siffra för mycket eller för lite, eller om talet hör till en annan rad eller kolumn.',
    }),
    'schablons-overlap': ({ from, otherPath, otherLine }, words) => ({
      message: `från ${words.month(from)} gäller en senare rad i stället (${otherPath}, rad ${words.number(otherLine)}), fast den här inte har slutat`,
      hint: 'Avsluta den här raden månaden före den senare, eller se efter om någon av månaderna är fel.',
    }),
    'key-resembles': ({ other, otherPath, otherLine, codesFile }, words) => ({
      message: `namnet liknar ${other} (${otherPath}, rad ${words.number(otherLine)}), och de två står aldrig bredvid varandra i samma månad`,
      hint: `Skriv ${other} om det är det som menas. Är det två olika lägger du upp båda i ${codesFile === 'regions.csv' ? 'regioner.csv' : 'program.csv'}.`,
    }),
    'region-column-missing': ({ found }) => ({
      message: 'flera rader gäller samma sak, och det finns ingen kolumn region som skiljer dem åt',
      hint: `Kolumnerna är ${found.join(', ')}. Döp om den som innehåller regionerna till region.`,
    }),
    'schablon-old': ({ programme, region, measure, step, validFrom, years }, words) => ({
      message: `${programme}, ${words.region(region)}: schablonen för ${step ?? MEASURES[measure]} har gällt sedan ${words.month(validFrom)}, i ${words.number(years)} år`,
      hint: 'Uppskatta schablonen på nytt, eller bekräfta den med en ny rad.',
    }),
    'schablon-without-source': ({ programme, count }, words) => ({
      message: `${programme}: ${count === 1 ? 'en schablon' : `${words.number(count)} schabloner`} saknar källa`,
      hint: 'Skriv i kolumnen källa vem som har gjort uppskattningen, hur och när.',
    }),
    'programme-beside-its-codes': ({ programme, codes, month }, words) => ({
      message: `${programme}: prognoserna för ${words.month(month)} anger både programmet och ${codes.length === 1 ? 'dess kod' : 'dess koder'} ${words.list(codes)}; de läggs ihop`,
      hint: 'Behåll antingen programmet eller dess koder om de gäller samma personer.',
    }),
    ...planProblemsSv({ failure: failureText, problem: innerProblemText }),
  },
  notes: {
    'reference-month-older': ({ programme, month, referenceMonth }, words) =>
      `${programme}: ${words.month(referenceMonth)} är referensmånad för ${words.month(month)}, eftersom beslutsstatistiken saknar samma månad året före.`,
    'reference-year-older': ({ programme, period, referencePeriod }) =>
      `${programme}: prognosen för ${period} fördelas på månaderna som ${referencePeriod}, ${referencePeriod.length === 4 ? 'det senaste året' : 'den senaste motsvarande perioden'} med alla månader i beslutsstatistiken.`,
    'national-new-share': ({ programme, region, referenceMonth }, words) =>
      `${programme}, ${region}: inga beslut i ${words.month(referenceMonth)}, så andelen nya beslut i riket används.`,
    'cost-from-statistics': ({ programme, period, referencePeriod, costPerDecisionSek }, words) =>
      `${programme}: utgiften för ${period} räknas om till beslut med ${words.number(costPerDecisionSek)} kronor per beslut och månad, kostnaden i beslutsstatistiken för ${referencePeriod}, utan indexuppräkning.`,
    'codes-missing': ({ programme, month, codes }, words) =>
      `${programme}: beslutsstatistiken för ${month} saknar ${words.list(codes)}, som andra månader samma år har; de räknas som 0.`,
    'regions-part-of-nation': ({ programme, month, share }, words) =>
      `${programme}: regionerna i beslutsstatistiken för ${words.month(month)} är ${words.percent(share)} av riket; bara de är med i beräkningen.`,
    'national-forecast-differs': ({ programme, month, national, regional }, words) =>
      `${programme}: regionernas prognoser för ${words.month(month)} är tillsammans ${words.number(regional)} beslut, men raden för riket anger ${words.number(national)}; regionernas prognoser används.`,
    'forecast-vintages-mixed': ({ programme, month, published }, words) =>
      `${programme}: prognoserna för ${words.month(month)} är publicerade olika dagar för programmets olika koder: ${words.list(published)}.`,
    'region-not-estimated': ({ programme, region, month }, words) =>
      `${programme} har inga beslut i ${region} att utgå från för ${words.month(month)}.`,
    'scenario-applied': ({ file, rows, replaced, newSteps }, words) =>
      `Scenariot ${file}, ${rows === 1 ? 'en rad' : `${words.number(rows)} rader`}: ${words.number(replaced)} i stället för rader i tabellerna, övriga tillagda.${newSteps.length === 0 ? '' : ` Nya moment, som läggs till de andra: ${words.list(newSteps)}.`}`,
    'outcome-from-schablons': ({ programmes, month, measures }, words) =>
      `${words.list(programmes)}: i beslutsstatistiken för ${words.month(month)} saknas uppmätt ${words.list(measures.map((measure) => MEASURES[measure]))}; schablonerna som gäller används i stället.`,
    'schablons-of-other-month': ({ programmes, month, otherMonth, measures }, words) =>
      `${words.list(programmes)}: för ${words.list(measures.map((measure) => MEASURES[measure]))} i ${words.month(month)} finns varken mätning eller schablon; schablonerna för ${words.month(otherMonth)} används i stället.`,
    'cells-on-one-side': ({ programme, regions, on, notOn }, words) =>
      `${programme}: bara den ena sidan har ${words.list(regions.map(words.region))}${on.month === notOn.month ? '' : `, den för ${words.month(on.month)}`}; på den andra räknas det som 0.`,
    'compared-as-nation': ({ programme }) =>
      `${programme}: på den ena sidan är regionerna bara en del av rikets egen rad, så riket jämförs som helhet.`,
    'programmes-without-schablons': ({ programmes }, words) =>
      `Inte med i jämförelsen, eftersom schabloner eller uppmätta ärenden och timmar saknas: ${words.list(programmes)}.`,
    'programmes-not-estimated': ({ programmes }, words) =>
      `Inte med i jämförelsen, eftersom beräkning saknas: ${words.list(programmes)}.`,
    'outcome-not-complete': ({ month, programmes, hasOthers }, words) =>
      `Beslutsstatistiken för ${words.month(month)} saknar ${words.list(programmes)}, så månaden jämförs som den är beräknad${hasOthers ? '; --of outcome jämför utfallet för de andra programmen' : ''}.`,
    'measured-against-schablons': ({ programmes, measured, estimated }, words) =>
      `${words.list(programmes)}: vad ${words.month(measured)} krävde är uppmätt, medan beräkningen av ${words.month(estimated)} bygger på schabloner; även därför kan timmarna per ärende och andelen samverkansärenden skilja sig.`,
    'schablons-differ': ({ rates }, words) =>
      `Schabloner som skiljer sig: ${words.list(rates.map((rate) => compareSv.rate(rate, words)))}.`,
    'scenario-without-effect': ({ file, month }, words) =>
      `Ingen rad i ${file} ändrar det som jämfördes för ${words.month(month)}: raderna gäller inte då, är för andra program eller regioner, eller säger detsamma.`,
    'compared-with-itself': ({ month, kind }, words) =>
      kind === 'outcome'
        ? `Båda sidor är utfallet i ${words.month(month)}, så inget skiljer.`
        : `Båda sidor är samma beräkning av ${words.month(month)}, så inget skiljer. Utfallet går att jämföra först när beslutsstatistiken har månaden.`,
    'forecast-vintages': ({ programmes, from, to }, words) =>
      from === to
        ? `${words.list(programmes)}: på båda sidor är prognosen publicerad ${to}.`
        : `${words.list(programmes)}: från prognosen ${from} till prognosen ${to}.`,
    'narrowed-as-saved': ({ file, programme, region }, words) =>
      `Bara ${words.list([...(programme ?? []), ...(region ?? [])])}, som i ${file}.`,
    'saved-with-scenario': ({ file, scenario }) => `${file} gjordes med scenariot ${scenario}.`,
    'columns-ignored': ({ file, columns }, words) =>
      `${file}: ${columns.length === 1 ? 'kolumnen' : 'kolumnerna'} ${words.list(columns)} används inte.`,
    'title-lines-skipped': ({ file, lines }, words) =>
      `${file}: ${lines === 1 ? 'en titelrad' : `${words.number(lines)} titelrader`} före rubrikraden har hoppats över.`,
  },
  failures: {
    'command-missing': () => ({
      message: 'kommandot saknas',
      hint: 'Skriv det först: resurs estimate --month 2023-01.',
    }),
    'command-unknown': ({ command, near, choices }, words) => ({
      message: `kommandot ${command} finns inte`,
      hint: didYouMean(near, words.choice) || `Kommandona är ${words.list(choices)}; resurs --help visar mer.`,
    }),
    'option-unknown': ({ option, near }, words) => ({
      message: `flaggan ${option} finns inte`,
      hint: didYouMean(near, words.choice) || 'Lägg till --help för att se vilka flaggor som finns.',
    }),
    'option-of-plan': ({ option, key }) => ({
      message: `${option} hör till planens jobb`,
      hint: `Skriv ${key}: under with: i planen, eller under matrix: för ett jobb för varje värde.`,
    }),
    'option-lacks-value': ({ option }) => ({
      message: `${option} behöver ett värde`,
      hint: 'Lägg till --help för att se vilka värden som går att ange.',
    }),
    'argument-unexpected': ({ argument }) => ({
      message: `${argument} kan inte stå här`,
      hint: `Är det mappen med tabellerna skriver du --data ${argument}. Sätt citattecken runt ett namn med mellanslag: --region "Stockholm Gotland".`,
    }),
    'argument-missing': ({ argument }) => ({
      message: `${argument} saknas`,
      hint: 'Lägg till --help för att se vad kommandot behöver.',
    }),
    'option-value': ({ option, value, expected, choices, near }, words) => ({
      message: {
        month: `${option} ${value}: här ska det stå en månad`,
        day: `${option} ${value}: här ska det stå ett datum`,
        format: `${option} ${value}: formatet finns inte`,
        language: `${option} ${value}: språket finns inte`,
        colour: `${option} ${value}: det valet finns inte`,
        'problem-form': `${option} ${value}: det valet finns inte`,
        programme: `${option} ${value}: programmet finns inte i underlaget`,
        region: `${option} ${value}: regionen finns inte i underlaget`,
        'side-kind': `${option} ${value}: det valet finns inte`,
        side: `${option} ${value}: här ska det stå vad månaden jämförs med`,
        method: `${option} ${value}: metoden finns inte`,
        limit: `${option} ${value}: här ska det stå en gräns`,
        schema: `${option} ${value}: det finns inget sådant schema`,
        shell: `det finns ingen ifyllnad för ${value}`,
      }[expected],
      hint:
        didYouMean(near, words.choice) ||
        {
          month: 'Skriv den som 2023-01.',
          day: 'Skriv det som 2022-10-28.',
          format: `Välj ${words.choice(choices)}.`,
          language: `Välj ${words.choice(choices)}.`,
          colour: `Välj ${words.choice(choices)}.`,
          'problem-form': `Välj ${words.choice(choices)}.`,
          programme: `Välj ${words.choice(choices)}.`,
          region: choices.length === 0 ? 'Underlaget har inga regioner.' : `Välj ${words.choice(choices)}.`,
          'side-kind': `Välj ${words.choice(choices)}.`,
          side: `Skriv till exempel ${words.choice(choices)}.`,
          method: `Välj ${words.choice(choices)}.`,
          limit: 'Skriv den i procent eller timmar, som 10% eller 500h.',
          schema: `Välj ${words.choice(choices)}.`,
          shell: `Välj ${words.choice(choices)}.`,
        }[expected],
    }),
    'option-no-text': ({ option }) => ({
      message: `${option} är inte en text`,
      hint: 'Ge den som text, till exempel 2023-01 eller 10%; programme och region får vara en lista av texter.',
    }),
    'option-twice': ({ option }) => ({
      message: `${option} anges två gånger`,
      hint: 'Behåll en av dem.',
    }),
    'option-missing': ({ options, isRangeFit = false }, words) => ({
      message: `${words.choice(options)} behövs`,
      hint: options.includes('--programme')
        ? 'Skriv till exempel --programme ETP.'
        : !isRangeFit
          ? 'Skriv till exempel --month 2023-01.'
          : 'Skriv --month 2023-01 för en månad, eller --from 2023-01 --to 2023-12 för flera månader i följd.',
    }),
    'options-conflict': ({ first, second }) => ({
      message: `${first} och ${second} går inte att använda tillsammans`,
      hint:
        first === '--scenario'
          ? 'Ett scenario jämförs med beräkningen utan det.'
          : first === '--data'
            ? 'Bara resurs schema datapackage läser en datamapp.'
            : 'Skriv --month 2023-01 för en månad, eller --from 2023-01 --to 2023-12 för flera månader i följd.',
    }),
    'month-unused': () => ({
      message: '--month behövs inte: varje jobb anger sin egen månad',
      hint: 'Ta bort flaggan, eller ta bort month: ur planen.',
    }),
    'package-elsewhere': ({ path, folder }) => ({
      message: `${path} skulle inte ligga i ${folder === '.' ? 'datamappen' : folder}, där sökvägarna leder till tabellerna`,
      hint: 'Spara den i datamappen.',
    }),
    'months-reversed': ({ from, to }) => ({
      message: `--from ${from} ligger efter --to ${to}`,
      hint: 'Låt månaderna byta plats.',
    }),
    'one-cell-only': ({ option }) => ({
      message: `bara ett program i en region och en månad förklaras åt gången, så ${option} tar ett enda värde`,
      hint: 'Kör kommandot en gång för varje värde.',
    }),
    'region-needed': ({ programme, choices }, words) => ({
      message: `${programme} beräknas per region, så det behövs en region för att veta vilken siffra som ska förklaras`,
      hint: `Lägg till --region med ${words.choice(choices)}.`,
    }),
    'folder-not-found': ({ path }) => ({
      message: `mappen ${path} finns inte`,
      hint: 'Ange med --data vilken mapp tabellerna ligger i.',
    }),
    'not-a-folder': ({ path }) => ({
      message: `${path} är en fil, inte en mapp`,
      hint: 'Ange mappen med tabellerna med --data, och en enskild fil med tabellens egen flagga.',
    }),
    'folder-occupied': ({ folder, names }, words) => ({
      message: `${folder === '.' ? 'den här mappen' : `mappen ${folder}`} har redan ${words.list(names)}; inget har sparats`,
      hint: `Ange en ny mapp, till exempel resurs init ${folder === '.' ? 'exempel' : `${folder}-2`}.`,
    }),
    'tables-not-found': ({ folder, missing, near }, words) => ({
      message: `${folder === '.' ? 'den här mappen' : `mappen ${folder}`} saknar ${words.list(missing.map(({ names }) => words.choice(names)))}`,
      hint:
        near.length > 0
          ? `Där finns ${words.list(near)}. Spara tabellen som CSV under namnet ovan, eller ange filen med ${words.choice(missing.map(({ option }) => option))}.`
          : `Lägg ${missing.length === 1 ? 'filen' : 'filerna'} där, ange rätt mapp med --data eller ${missing.length === 1 ? 'själva filen' : 'själva filerna'} med ${words.list(missing.map(({ option }) => option))}.`,
    }),
    'file-outside-package': ({ path }) => ({
      message: `${path === '-' ? 'standard in' : path} kan inte ingå i datapaketet, som bara får innehålla filer i sin egen mapp`,
      hint: 'Lägg filen i datamappen och skriv in den så i resurs.yaml.',
    }),
    'file-not-found': ({ path }) => ({
      message: `filen ${path} finns inte`,
      hint: 'Kontrollera stavningen och vilken mapp kommandot körs i.',
    }),
    'saved-unreadable': ({ path, reason }) => ({
      message: {
        'not-json': `${path} är inte JSON`,
        'not-a-result': `${path} är JSON, men inget resultat från resurs`,
        damaged: `${path} är ett resultat från resurs, men innehåller inte det som resurs skriver: delar saknas eller har ändrats`,
      }[reason],
      hint: 'Ange en fil som resurs estimate -o sparad.json har skrivit.',
    }),
    'saved-newer': ({ path, formatVersion }) => ({
      message: `${path} är skriven av en nyare version av resurs (format ${formatVersion}; den här versionen kan format 1)`,
      hint: 'Installera den nyare versionen för att läsa filen.',
    }),
    'saved-other-kind': ({ path, kind }) => ({
      message: `${path} är ett resultat av resurs ${kind}, inte en beräkning`,
      hint: 'Ange en fil som resurs estimate -o sparad.json har skrivit.',
    }),
    'saved-from-standard-input': ({ path, table }) => ({
      message: `${path} går inte att beräkna på nytt: ${verifySv.tables[table]} kom från standard in`,
      hint: 'Spara resultatet från filer som finns kvar.',
    }),
    'saved-input-missing': ({ path, table, files }, words) => ({
      message: `${path} beräknades från ${words.list(files)}, som inte finns kvar, eller har ändrats i en mapp som inte läses`,
      hint:
        table === 'scenario'
          ? 'Lägg tillbaka scenariot där det låg, eller en kopia i mappen med tabellerna.'
          : `Ange mappen med --data, eller ${files.length === 1 ? 'filen' : 'filerna'} med --${table}.`,
    }),
    'saved-name-unknown': ({ path, kind, value }) => ({
      message: `${path} gäller ${kind === 'region' ? 'regionen' : 'programmet'} ${value}, som inte längre finns i underlaget`,
      hint: 'Se efter om namnet har ändrats, och spara beräkningen på nytt.',
    }),
    'saved-narrower': ({ path, names, has }, words) => ({
      message: `${path} har ingen beräkning av ${words.list(names)}: den gäller bara ${words.list(has)}`,
      hint: 'Fråga efter det som finns där, eller spara en beräkning av allt.',
    }),
    'saved-other-month': ({ path, month, months }, words) => ({
      message: `${path} har ingen beräkning av ${words.month(month)}`,
      hint: `Den har ${words.list(months)}.`,
    }),
    'not-a-file': ({ path }) => ({
      message: `${path} är inte en vanlig fil`,
      hint: 'Ange en fil; - betyder standard in.',
    }),
    'standard-input-twice': () => ({
      message: 'bara en av tabellerna kan läsas från standard in (-)',
      hint: 'Ange en fil för de andra tabellerna.',
    }),
    'standard-input-terminal': () => ({
      message: 'en tabell skulle komma från standard in (-), men inget skickas in',
      hint: 'Skicka in en fil med ett rör, eller ange filens namn i stället för -.',
    }),
    'settings-invalid': ({ path, faults }, words) => ({
      message: `inställningarna i ${path} går inte att använda: ${faults
        .map(({ kind, key, line, near, value, allowed }) => {
          const at = line === undefined ? '' : `rad ${line}: `;
          if (kind === 'encoding') return 'filen är inte UTF-8';
          if (kind === 'shape') return 'varje rad ska vara ett namn, ett kolon och ett värde';
          if (kind === 'syntax')
            return `filen är inte giltig YAML (${key}${line === undefined ? '' : `, rad ${line}`})`;
          if (kind === 'value')
            return `${at}${key} ska vara ${settingText(allowed, words)}${value === undefined ? '' : `, inte ${value}`}`;
          if (near.length > 0) return `${at}${key} är inte känd (menade du ${words.choice(near)}?)`;
          return `${at}${key} är inte känd${Array.isArray(allowed) ? `; kända är ${words.list(allowed)}` : ''}`;
        })
        .join('; ')}`,
      hint: 'Rätta raderna eller ta bort dem.',
    }),
    'output-format-unknown': ({ path, extensions }, words) => ({
      message: `det framgår inte av namnet ${path} vilket format filen ska ha`,
      hint: `Låt namnet sluta på ${words.choice(extensions)}.`,
    }),
    'output-format-conflict': ({ path, format }) => ({
      message: `${path} kan inte sparas i formatet ${format}`,
      hint: 'Ändra namnets ändelse, eller utelämna --format.',
    }),
    'output-twice': ({ path }) => ({
      message: `${path} skulle sparas två gånger`,
      hint: 'Ange varje fil som ska sparas en gång.',
    }),
    'output-not-a-file': ({ path }) => ({
      message: `${path} är en mapp eller en enhet, inte en fil som kan ersättas`,
      hint: 'Välj ett annat namn med --out.',
    }),
    'output-is-input': ({ path }) => ({
      message: `${path} är en av filerna som läses, eller heter som en av dem; inget har sparats`,
      hint: 'Välj ett annat namn med --out.',
    }),
    ...diskFailuresSv,
    internal: ({ message }) => ({
      message: `något gick fel inne i resurs (${message})`,
      hint: 'Det här är ett fel i själva verktyget. Kör kommandot igen med --debug och rapportera det som skrivs ut.',
    }),
  },
  reasons: {
    'forecast-national': ({ published, period }) =>
      `rikets prognos för ${period}, publicerad ${published}, den senaste som omfattar månaden`,
    'forecast-regional': ({ published, period }) =>
      `regionens egen prognos för ${period}, publicerad ${published}, den senaste som omfattar månaden`,
    'cost-of-row': () => 'prognosradens egen kostnad',
    statistics: ({ month, latestOf }) =>
      latestOf > 1
        ? `beslutsstatistik för ${month}, den senaste av ${latestOf} publiceringar`
        : `beslutsstatistik för ${month}`,
    schablon: ({ regional, validFrom, source }) =>
      `${regional ? 'regionens egen schablon' : 'rikets schablon'} sedan ${validFrom}${source === null ? '' : `: ${source}`}`,
  },
  units: {
    hours: 'tim',
    decisions: '',
    cases: '',
    share: '',
    'hours per case': 'tim per ärende',
    SEK: 'kr',
    'SEK per decision': 'kr per beslut',
    months: 'månader',
  },
  figures: {
    totalHours: 'handläggningstimmar',
    baseHours: 'grundtimmar',
    collaborationHours: 'samverkanstimmar',
    newDecisions: 'nya beslut',
    decisions: 'beslut',
    newShare: 'andel nya beslut',
    collaborationCases: 'samverkansärenden',
    collaborationShare: 'samverkansandel',
    baseHoursPerCase: 'grundtimmar per ärende',
    collaborationHoursPerCase: 'samverkanstimmar per ärende',
    regionalDecisions: 'regionens del',
    regionalShare: 'regionens andel',
    regionDecisionsInReferenceMonth: 'regionens beslut i referensmånaden',
    nationDecisionsInReferenceMonth: 'rikets beslut i referensmånaden',
    forecastDecisions: 'månadens beslut enligt prognosen',
    seasonalShare: 'månadens andel av perioden',
    monthDecisionsInReferenceYear: 'beslut samma månad tidigare år',
    periodDecisionsInReferenceYear: 'beslut samma period tidigare år',
    periodDecisions: 'periodens beslut enligt prognosen',
    decisionsPerMonth: 'beslut per månad enligt prognosen',
    monthsOfPeriod: 'månader i perioden',
    expenditure: 'utgift',
    costPerDecision: 'kostnad per beslut',
    expenditureInReferencePeriod: 'utgift samma period tidigare år',
    decisionsInReferencePeriod: 'beslut samma period tidigare år',
    newDecisionsInReferenceMonth: 'nya beslut i referensmånaden',
    decisionsInReferenceMonth: 'beslut i referensmånaden',
  },
  columns: {
    programme: ['', 'Program'],
    region: ['', 'Region'],
    newDecisions: ['Nya', 'beslut'],
    collaborationCases: ['Samverk.-', 'ärenden'],
    baseHours: ['Grund-', 'timmar'],
    collaborationHours: ['Samverk.-', 'timmar'],
    totalHours: ['Timmar', 'totalt'],
  },
  check: {
    headline: ({ errors, warnings, files, rows, words }) => {
      const read = `${files === 1 ? 'En fil' : `${words.number(files)} filer`} med ${words.number(rows)} rader`;
      if (errors > 0)
        return `${read}: ${errors === 1 ? 'ett problem' : `${words.number(errors)} problem`} att rätta innan något kan beräknas.`;
      if (warnings > 0)
        return `${read}. Allt går att läsa, med ${warnings === 1 ? 'en varning' : `${words.number(warnings)} varningar`}.`;
      return `${read}. Allt går att läsa.`;
    },
    titles: {
      files: 'Så läses filerna',
      programmes: 'Program',
      vintages: 'Prognoser',
      schablons: (month) => `Schabloner som gäller i ${month}`,
    },
    columns: {
      file: ['', 'Fil'],
      encoding: ['', 'Teckenkod'],
      delimiter: ['', 'Avgränsare'],
      decimal: ['Decimal-', 'tecken'],
      headerLine: ['Rubrik-', 'rad'],
      rows: ['', 'Rader'],
      programme: ['', 'Program'],
      codes: ['', 'Koder'],
      statistics: ['', 'Statistik'],
      gaps: ['Månader', 'saknas'],
      forecasts: ['', 'Prognoser'],
      schablons: ['Scha-', 'bloner'],
      published: ['', 'Publicerad'],
      covers: ['', 'Månader'],
      region: ['', 'Region'],
      measure: ['', 'Mått'],
      step: ['', 'Moment'],
      value: ['', 'Värde'],
      age: ['', 'Ålder'],
      source: ['', 'Källa'],
    },
    signs: { ';': 'semikolon', ',': 'komma', '\t': 'tabb', '.': 'punkt' },
    measures: { collaboration_share: 'andel', base_hours: 'grund', collaboration_hours: 'samv.' },
    age: (months) => (months < 24 ? `${months} mån` : `${Math.floor(months / 12)} år`),
    gaps: (programme, months) => `${programme}: i statistiken saknas ${months}.`,
    regions: (count, names) => `${count === 1 ? 'En region' : `${count} regioner`}: ${names}.`,
    noRegions: 'Statistiken gäller hela riket, utan regioner.',
    next: (options) => `Nästa steg: resurs estimate ${options}`,
    mend: (errors, words) =>
      `Rätta ${errors === 1 ? 'problemet' : `de ${words.number(errors)} problemen`} ovan, spara och kör resurs check igen.`,
    strict: (warnings) =>
      `Underkänt, eftersom --strict inte godtar varningar: ${warnings === 1 ? 'det finns en' : `det finns ${warnings}`}.`,
  },
  estimate: {
    headline: ({ scope, period, total, base, collaboration, newDecisions, cases, sinceLastYear, words }) =>
      [
        `${scope === null ? capitalised(period) : `${scope}, ${period}`}: ${counted(words.number(total), 'handläggningstimme', 'handläggningstimmar')}`,
        ` för ${counted(words.number(newDecisions), 'nytt beslut', 'nya beslut')}`,
        `, varav ${counted(words.number(base), 'timme', 'timmar')} grundläggande ärendearbete`,
        ` och ${counted(words.number(collaboration), 'timme', 'timmar')} operativ individsamverkan`,
        ` i ${counted(words.number(cases), 'samverkansärende', 'samverkansärenden')}${sinceLastYear}.`,
      ].join(''),
    withScenario: (file) => `Tänk om: med raderna i ${file}.`,
    knownAsOf: (day) => `Bara det som var publicerat senast ${day}.`,
    programmeTotal: 'totalt',
    regionTotal: 'Alla',
    grandTotal: 'Totalt',
    rangeTotal: 'Alla månader',
    remarks: [
      'Det här är uppskattningar: varje ärende är unikt. Timmarna för ett nytt beslut räknas i den månad då beslutet är nytt; beslut som bara fortsätter ger inga fler timmar. Varje tal är avrundat för sig, så delarnas summa kan skilja sig från totalen.',
    ],
    notesTitle: 'Noter',
  },
  batch: batchSv,
  compare: compareSv,
  verify: verifySv,
  explain: {
    headline: ({ programme, region, month, row, words }) =>
      `${programme}, ${region}, ${month}: ${words.number(row.totalHours)} handläggningstimmar. Vart och ett av de ${words.number(row.newDecisions)} nya besluten tar ${words.number(row.baseHoursPerCase, 2)} timmar grundläggande ärendearbete (${words.number(row.baseHours)} timmar); ${words.number(row.collaborationCases)} av dem är samverkansärenden, som tar ytterligare ${words.number(row.collaborationHoursPerCase, 2)} timmar (${words.number(row.collaborationHours)} timmar).`,
    sameAsAbove: 'se ovan',
    lines: (_lines, spans) => `rad ${spans}`,
    rows: (count, months) => `${count} rader beslutsstatistik, ${months}`,
  },
  jobColumns: { changeShare: ['', '%'], limit: ['', 'Gräns'], warnings: ['Var-', 'ningar'] },
  parts: {
    table: 'Tabell',
    details: 'Detaljer',
    problems: 'Problem',
    trace: 'Så är det uträknat',
    rows: (count, words) => (count === 1 ? 'en rad' : `${words.number(count)} rader`),
    rowsLeftOut: (count, words) => `… ${count === 1 ? 'en rad visas' : `${words.number(count)} rader visas`} inte`,
    linesLeftOut: (count, words) => `… ${count === 1 ? 'en rad visas' : `${words.number(count)} rader visas`} inte`,
    entriesLeftOut: (count, words) => `… ${count === 1 ? 'en post visas' : `${words.number(count)} poster visas`} inte`,
  },
  problemsTitle: {
    refused: (errors, files) =>
      files === 0
        ? `Inget har beräknats: ${errors === 1 ? 'ett problem' : `${errors} problem`}.`
        : `Inget har beräknats: ${errors === 1 ? 'ett problem' : `${errors} problem`} i ${files === 1 ? 'en fil' : `${files} filer`}.`,
    strict: (count) =>
      `Inget resultat visas: --strict släpper inte igenom varningar, och det finns ${count === 1 ? 'en' : count}.`,
    breached: () => 'Returkod 3, eftersom:',
    warnings: (count) => (count === 1 ? 'En varning:' : `${count} varningar:`),
    warningsInAll: (count) => (count === 1 ? 'En varning.' : `${count} varningar.`),
    more: (count, kinds, file) =>
      `… och ${count} till${file === null ? '' : ` i ${file}`}${kinds === 0 ? '' : `, med ${kinds === 1 ? 'ett slag' : `${kinds} slag`} som inte visas här`}`,
    same: (count, spans) => `Samma sak på ${count === 1 ? 'en rad' : `${count} rader`} till: ${spans}`,
    sameKind: (count, lines, spans) =>
      `och ${count === 1 ? 'ett' : count} till av samma slag${lines.length === 0 ? '' : ` på rad ${spans}`}`,
  },
  place: {
    line: (line) => `rad ${line}`,
    column: (name, number) => `kolumn ${number} ${name}`.trimEnd(),
    cell: (address, name) => `cell ${address} ${name}`.trimEnd(),
    row: (address) => `rad ${address} i kalkylbladet`,
    quoted: (value) => `”${value}”`,
  },
  severity: { error: 'fel', warning: 'varning' },
  example: {
    written: (folder, names, words) =>
      `${folder === '.' ? 'Den här mappen' : `Mappen ${folder}`} innehåller nu ${words.list(names)}.`,
    next: 'Siffrorna är påhittade. Beräkna januari 2023 så här:',
  },
  schemas: {
    title: 'resurs schema NAME beskriver något av det här för andra program:',
    names: {
      forecasts: 'tabellen med utgiftsprognoser, som Frictionless Table Schema',
      statistics: 'tabellen med beslutsstatistik, på samma sätt',
      schablons: 'tabellen med schabloner, på samma sätt',
      programmes: 'tabellen med programkoder, på samma sätt',
      regions: 'tabellen med regionkoder, på samma sätt',
      datapackage: 'tabellerna i datamappen som de är, som Frictionless Data Package',
      settings: 'inställningarna i resurs.yaml, som JSON Schema',
      plan: 'en plan för batch, på samma sätt',
      estimate: 'det som estimate ger med --format json, som JSON Schema',
      explain: 'det som explain ger, på samma sätt',
      compare: 'det som compare ger, på samma sätt',
      check: 'det som check ger, på samma sätt',
      verify: 'det som verify ger, på samma sätt',
      batch: 'det som batch ger, på samma sätt',
    },
  },
  wrote: (paths, words) => `Resultatet är sparat i ${words.list(paths)}.`,
  help: {
    tagline: 'Handläggningstimmar för ärendearbete och operativ individsamverkan, per program och region.',
    examples: 'Exempel',
    usage: 'Användning',
    commands: 'Kommandon',
    options: 'Flaggor',
    generalOptions: 'Flaggor för alla kommandon',
    moreHelp: 'Skriv resurs COMMAND --help för att läsa mer om ett kommando.',
    commandSummaries: {
      init: 'ett exempel med alla tabeller att börja med, i mappen DIR eller i den här',
      check: 'alla problem i tabellerna, och hur de har uppfattats',
      estimate: 'handläggningstimmarna för en månad eller för flera månader i följd',
      explain: 'en siffra spårad till de rader i filerna som den kommer från',
      compare: 'vad som har ändrats sedan förra året, eller sedan beräkningen, och varför',
      verify: 'en sparad beräkning gjord på nytt: identisk, eller vad som har ändrats',
      batch: 'många körningar från en plan; alla körs klart, med en sammanfattning',
      schema: 'tabeller, inställningar och resultat beskrivna för andra program',
      completion: 'låter tabbtangenten fylla i kommandon, regioner och månader: för bash, zsh eller fish',
    },
    commandExamples: {
      resurs: [
        ['resurs init example', 'ett exempel att börja med, i en ny mapp'],
        ['resurs check', 'går tabellerna i den här mappen att använda?'],
        ['resurs estimate --month 2023-01', 'timmarna för en månad'],
        ['resurs explain --month 2023-01 --programme ETP --region Syd', 'varför så många timmar?'],
        ['resurs compare --month 2023-01', 'vad har ändrats sedan samma månad förra året?'],
      ],
      init: [
        ['resurs init example', 'exemplet i en ny mapp'],
        ['resurs init exempel --lang sv', 'på svenska, så som svenska Excel sparar filerna'],
        ['resurs init', 'i den här mappen; inget som redan finns skrivs över'],
      ],
      check: [
        ['resurs check', 'tabellerna i den här mappen'],
        ['resurs check --data example --month 2023-01', 'och vad som saknas för att uppskatta månaden'],
        ['resurs check --problems github', 'kommentarer i ett GitHub-flöde'],
        ['resurs check -f csv-sv -o problem.csv', 'listan över problem (på engelska) för svenska Excel'],
      ],
      estimate: [
        ['resurs estimate --month 2023-01', 'en månad'],
        ['resurs estimate --from 2023-01 --to 2023-12 --region Syd', 'ett år i en region'],
        ['resurs estimate --month 2023-01 --as-of 2022-07-31', 'det som var känt den dagen'],
        ['resurs estimate --month 2023-01 -f csv-sv -o hours.csv', 'en fil för svenska Excel'],
      ],
      explain: [
        ['resurs explain --month 2023-01 --programme ETP --region Syd', 'varje faktor med fil och rad'],
        ['resurs explain --month 2023-01 --programme ETP', 'när statistiken inte har regioner'],
      ],
      compare: [
        ['resurs compare --month 2023-01', 'mot samma månad förra året'],
        ['resurs compare --month 2022-11 --with estimate', 'utfallet mot det som beräknades'],
        ['resurs compare --month 2023-01 --with as-of:2022-07-31', 'vad de nyare prognoserna ändrade'],
        ['resurs compare --month 2023-01 --scenario tankom.csv', 'med och utan andra schabloner'],
        ['resurs compare --month 2023-01 --max-increase 10%', 'returkod 3 om timmarna ökar mer'],
      ],
      verify: [
        ['resurs verify sparad.json', 'ger tabellerna i den här mappen fortfarande den sparade beräkningen?'],
        ['resurs verify sparad.json --data example', 'tabellerna i en annan mapp'],
      ],
      batch: [
        ['resurs batch plan.yaml', 'alla jobb i planen, och en sammanfattning'],
        ['resurs batch plan.yaml --dry-run', 'en repetition: allt räknas, inget skrivs'],
        [
          'resurs batch plan.yaml --problems github -o sammanfattning.md',
          'kommentarer i ett GitHub-flöde, och en sammanfattning',
        ],
      ],
      schema: [
        ['resurs schema', 'vad som kan beskrivas'],
        ['resurs schema statistics', 'kolumnerna i beslutsstatistiken'],
        ['resurs schema estimate -o estimate.schema.json', 'det JSON som estimate ger'],
        ['resurs schema datapackage -o datapackage.json', 'tabellerna i den här mappen som de är'],
      ],
      completion: [
        [`echo 'eval "$(resurs completion bash)"' >> ~/.bashrc`, 'bash: en gång; det gäller sedan i varje ny terminal'],
        [`echo 'eval "$(resurs completion zsh)"' >> ~/.zshrc`, 'zsh: en gång; det gäller sedan i varje ny terminal'],
        ['resurs completion fish > ~/.config/fish/completions/resurs.fish', 'fish: en gång; det gäller genast'],
      ],
    },
    batchMonth: 'månaden i de jobb som inte anger någon, till exempel 2023-01',
    optionTexts: {
      month: 'månaden, till exempel 2023-01',
      from: 'den första av flera månader',
      to: 'den sista av flera månader',
      programme: 'bara dessa program (upprepa, eller skilj åt med komma; explain tar ett)',
      region: 'bara dessa regioner (upprepa, eller skilj åt med komma; explain tar en)',
      asOf: 'bara det som var publicerat den dagen, som 2022-10-31',
      scenario: 'schabloner eller prognoser att byta in eller lägga till',
      of: 'månaden som outcome (utfall) eller estimate (beräkning); annars det som statistiken räcker till',
      with: 'den andra sidan: last-year, outcome:2022-01, estimate, estimate:2022-01, as-of:2022-10-31 eller en sparad beräkning .json',
      method: 'hur förändringen delas mellan faktorerna: shapley eller lmdi',
      maxIncrease: 'returkod 3 om summan ökar mer, till exempel 10% eller 500h',
      maxDecrease: 'returkod 3 om summan minskar mer',
      minChange: 'visa bara rader som har ändrats minst så mycket',
      dryRun: 'räkna allt och visa vad som skulle skrivas, men skriv inget',
      allowOutside: 'låt jobb skriva utanför planens mapp',
      data: 'mappen med tabellerna (annars den här)',
      forecasts: 'en fil med utgiftsprognoser; - är standard in',
      statistics: 'en fil med beslutsstatistik',
      schablons: 'en fil med schabloner',
      programmes: 'en fil med programkoder',
      regions: 'en fil med regionkoder',
      format: 'table, markdown, json, csv eller csv-sv (för svenska Excel)',
      out: 'spara i en fil i stället; filens ändelse avgör formatet',
      lang: 'språk: en (engelska) eller sv (svenska)',
      strict: 'beräkna inget om det finns varningar',
      problems: 'hur problem visas: text, json, github eller sarif',
      quiet: 'visa inga varningar, bara fel',
      color: 'färg: auto, always eller never',
      debug: 'visa var i verktyget ett fel uppstod',
      version: 'versionen',
      help: 'den här hjälpen',
    },
  },
};

// A code and its facts belong together, which the types of two parallel unions cannot say.
type Write = (facts: unknown, words: Words) => ProblemText;

function failureText({ code, facts }: FailureRecord, words: Words): ProblemText {
  return (sv.failures[code] as Write)(facts, words);
}

function innerProblemText({ code, facts }: Problem, words: Words): ProblemText {
  return (sv.problems[code] as Write)(facts, words);
}
