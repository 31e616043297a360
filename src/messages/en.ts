import type { FailureRecord, SettingsFault } from '../domain/failure.ts';
import type { Problem } from '../domain/problem.ts';
import type { Measure } from '../domain/tables.ts';
import { batchEn, planProblemsEn } from './batch-en.ts';
import type { Catalogue } from './catalogue.ts';
import { compareEn, limitText, verifyEn } from './compare-en.ts';
import { diskFailuresEn } from './disk-en.ts';
import type { ProblemText } from './problem-text.ts';
import type { Words } from './words.ts';

const didYouMean = (near: readonly string[], choice: (items: readonly string[]) => string): string =>
  near.length > 0 ? `Did you mean ${choice(near)}?` : '';

const delimiterName = (delimiter: string): string =>
  ({ ';': 'semicolon', ',': 'comma', '\t': 'tab' })[delimiter] ?? `«${delimiter}»`;

const EXCEL_MONTHS =
  'Excel shows 2023-01 as jan-23 and saves it so: in the workbook, not in the CSV file, give the column the custom format yyyy-mm and save it as CSV again.';

const MEASURES: Readonly<Record<Measure, string>> = {
  collaboration_share: 'the share of collaboration cases',
  base_hours: 'base hours per case',
  collaboration_hours: 'collaboration hours per case',
};

/** What the value of a setting may be. */
function settingText(allowed: SettingsFault['allowed'], words: Words): string {
  if (allowed === 'number') return 'a number above 0';
  if (allowed === 'folder') return 'the name of a folder';
  return allowed === undefined || allowed === 'files'
    ? 'the name of a file, or a list of such names'
    : words.choice(allowed);
}

const PARTS = { rows: 'rows', steps: 'work steps', totals: 'totals' };

export const en: Catalogue = {
  language: 'en',
  decimalSign: '.',
  monthNames: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  and: 'and',
  or: 'or',
  nation: 'the nation',
  problems: {
    'encoding-unknown': ({ byteOffset }, words) => ({
      message: `the text is neither UTF-8, UTF-16 nor Windows-1252 (byte ${words.number(byteOffset + 1)})`,
      hint: 'Save the file as «CSV UTF-8».',
    }),
    'encoding-mixed': () => ({
      message: 'most of the text is UTF-8, but here is a byte that is not',
      hint: 'Perhaps two files were put together, or the file was cut off. Open it, look at å, ä and ö, and save it as «CSV UTF-8».',
    }),
    'encoding-foreign': ({ sample }) => ({
      message: `the letters å, ä and ö seem to be written as on a Mac or in DOS (${sample})`,
      hint: 'Save the file as «CSV UTF-8».',
    }),
    'encoding-utf16-unmarked': () => ({
      message: 'the file is UTF-16 without the mark that says so',
      hint: 'Save the file as «CSV UTF-8».',
    }),
    'bom-inside': () => ({
      message: 'a mark that begins a file stands in the midst of it, so files seem to have been put together',
      hint: 'Name each file by itself with the table’s flag instead of joining them, or save the joined file anew as «CSV UTF-8».',
    }),
    'nul-inside': () => ({
      message: 'a character without meaning (NUL) stands in the text; the file may be damaged',
      hint: 'Fetch or export the file anew.',
    }),
    'file-not-text': ({ kind }) => ({
      message: {
        workbook: 'this is a workbook of a spreadsheet program, not a CSV file',
        archive: 'this is a packed file (gzip), not a CSV file',
        pdf: 'this is a PDF, not a CSV file',
        json: 'this is JSON, not a CSV file',
        'web-page': 'this is a web page, not a CSV file',
      }[kind],
      hint: {
        workbook: 'Open it in the spreadsheet program and save the sheet as «CSV UTF-8».',
        archive: 'Unpack it first.',
        pdf: 'Ask for the table as CSV or as a workbook.',
        json: 'Ask for the table as CSV.',
        'web-page': 'Perhaps the download asked for a login. Fetch the file anew as CSV.',
      }[kind],
    }),
    'table-twice': ({ paths }, words) => ({
      message: `the table is there under two names: ${words.list(paths)}`,
      hint: 'Keep one of the files, or name the one you mean with its own flag.',
    }),
    'file-empty': () => ({
      message: 'the file is empty',
      hint: 'It should hold a header line and at least one row.',
    }),
    'no-rows': () => ({
      message: 'there is a header, but no row below it',
      hint: 'Add the rows; a table without rows is never taken for 0 hours.',
    }),
    'header-missing': ({ missing, found }, words) => ({
      message:
        missing.length === 1 && !missing[0]?.includes(' | ')
          ? `the column ${missing.join()} is missing`
          : `${missing.length === 1 ? 'a column is' : 'columns are'} missing: ${words.list(
              missing.map((keys) => (keys.includes(' | ') ? `one of ${words.choice(keys.split(' | '))}` : keys)),
            )}`,
      hint: `The line has: ${found.filter((name) => name !== '').join(', ') || 'nothing'}. Rename the column that is meant, or add it; Swedish names do as well.`,
    }),
    'header-duplicate': ({ first, firstNumber }) => ({
      message: `the same column as ${first} in column ${firstNumber}`,
      hint: 'Keep one of the two columns.',
    }),
    'header-misspelt': ({ meant }) => ({
      message: `the column is not known, but ${meant} is`,
      hint: `Write ${meant}, or give the column a name of its own if it is something else.`,
    }),
    'header-blank': () => ({
      message: 'a column without a name stands between the others',
      hint: 'Name the column or delete it.',
    }),
    'header-absent': ({ required }, words) => ({
      message: 'the first row looks like data, and no row names the columns',
      hint: `Put a row with the names of the columns first: ${words.list(required.map((keys) => keys.split(' | ')[0] ?? keys))}.`,
    }),
    'header-repeated': () => ({
      message: 'the header stands here once more; perhaps files were put together',
      hint: 'Delete the row.',
    }),
    'header-below-rows': ({ headerLine }, words) => ({
      message: `this looks like a row of the table, but the names of the columns stand below it, in line ${words.number(headerLine)}`,
      hint: 'Move the header to the top; perhaps it was sorted along with the rows.',
    }),
    'header-second-row': () => ({
      message: 'this looks like a second row of headings, not like data',
      hint: 'Keep one row of headings and delete this one.',
    }),
    'second-table': () => ({
      message: 'another table seems to begin here; nothing from here on was read',
      hint: 'Save each table as a file of its own.',
    }),
    'delimiter-conflict': ({ said, found }) => ({
      message:
        found === null
          ? `the line sep=${delimiterName(said)} names a delimiter under which the columns are not found`
          : `the line says that ${delimiterName(said)} stands between the cells, but in the table it is ${delimiterName(found)}`,
      hint: 'Correct the line or delete it.',
    }),
    'delimiter-unknown': ({ delimiter }) => ({
      message: `the cells seem to be set apart by ${delimiter.trim() === '' ? 'spaces' : `«${delimiter}»`}`,
      hint: 'Save the file with semicolon, comma or tab between the cells.',
    }),
    'columns-too-many': ({ limit, found }, words) => ({
      message: `the header has ${words.number(found)} columns; more than ${words.number(limit)} are not read`,
      hint: 'Delete the columns that are not needed.',
    }),
    'rows-too-many': ({ limit }, words) => ({
      message: `the table has more than ${words.number(limit)} rows`,
      hint: 'Leave out months or programmes that the estimate does not need.',
    }),
    'problems-too-many': ({ limit }, words) => ({
      message: `the file has more than ${words.number(limit)} problems; nothing below this line was read`,
      hint: 'Mend what recurs in every row first.',
    }),
    'row-width': ({ expected, found }, words) => ({
      message: `the row has ${words.number(found)} cells where the header has ${words.number(expected)}`,
      hint: 'Look for a missing or superfluous delimiter; a text that holds the delimiter needs quotation marks around it.',
    }),
    'row-blank': () => ({
      message: 'a blank row stands in the middle of the table',
      hint: 'Delete the row, or everything below it if that is another table.',
    }),
    'row-total': () => ({
      message: 'this looks like a row of sums, which would count everything twice',
      hint: 'Delete the row. A national control row is written with the region Riket.',
    }),
    'row-footnote': () => ({
      message: 'this looks like a footnote or a heading, not like a row of the table',
      hint: 'Delete the line, or keep it in a file beside the table.',
    }),
    'quote-misplaced': () => ({
      message: 'a quotation mark stands inside a cell',
      hint: 'Quotation marks stand around a whole cell; inside it each one is doubled.',
    }),
    'quote-unclosed': () => ({
      message: 'a quotation mark opens here and is never closed',
      hint: 'Close it at the end of the cell, or delete it.',
    }),
    'quote-runaway': ({ lines }, words) => ({
      message: `a quotation mark opens here and takes ${words.number(lines)} lines into one cell`,
      hint: 'Close it at the end of the cell, or delete it.',
    }),
    'record-too-large': () => ({
      message: 'a row is longer than four million characters; probably a quotation mark is not closed',
      hint: 'Look for a single quotation mark in the rows above.',
    }),
    'cell-too-large': () => ({
      message: 'the cell is longer than a million characters',
      hint: 'Shorten it. If there are quotation marks around, look whether each one is closed.',
    }),
    'cell-missing': () => ({
      message: 'the cell is blank, or holds a mark for a missing value such as x or «..»',
      hint: 'Fill in the value; missing is not 0. If it stands on the first row of each group only, fill it down in the spreadsheet.',
    }),
    'cell-spreadsheet-error': () => ({
      message: 'this is an error value from a spreadsheet program',
      hint: 'Mend the formula in the spreadsheet and save the file anew. If the cell shows ####, make the column wider.',
    }),
    'optional-cell-error': () => ({
      message: 'what stands here is no value and counts as a blank cell',
      hint: 'Mend it, or empty the cell if it is to be blank.',
    }),
    'row-in-one-cell': ({ delimiter }) => ({
      message: `the whole row is one cell, with ${delimiterName(delimiter)} in it`,
      hint: 'Take away the quotation marks around the row, or use the same delimiter as in the header.',
    }),
    'cell-line-break': () => ({
      message: 'a line break stands inside the cell; perhaps a quotation mark further up is not closed',
      hint: 'Write the value on one line, and look at the quotation marks of the rows around.',
    }),
    'text-garbled': () => ({
      message: 'å, ä or ö has become two signs on the way through another program',
      hint: 'Type the text anew, or fetch the file anew and open it as UTF-8.',
    }),
    'hidden-character': ({ codePoint }) => ({
      message: `an invisible character (${codePoint}) is hidden in the cell`,
      hint: 'Type the value anew instead of pasting it.',
    }),
    'quote-foreign': ({ character }) => ({
      message: `the text stands within ${character}, which is no quotation mark in a CSV file`,
      hint: 'Write it without, or with straight double quotation marks.',
    }),
    'number-syntax': () => ({
      message: 'a number was expected',
      hint: 'Write it as 1240, 1 240 or 12,5, without a unit; a share as 35 %. Hours are decimal numbers: 2:24 is 2,4.',
    }),
    'number-grouping': () => ({
      message: 'the digits are not grouped in threes',
      hint: 'Write it as 1240 or 1 240.',
    }),
    'number-thousands-sign': () => ({
      message: 'a point or a comma is always a decimal sign, so it cannot set thousands apart',
      hint: 'Write thousands with a space or with nothing: 1 234,56 or 1234,56.',
    }),
    'number-scientific': () => ({
      message: 'the number is written in scientific notation, so digits may have been lost',
      hint: 'Format the column as a number in the spreadsheet and save the file anew.',
    }),
    'number-ambiguous': ({ asThousands, asDecimal, isCount }) => ({
      message: isCount
        ? `a whole count was expected, and in ${asDecimal} the sign is read as a decimal sign`
        : `this can be read as ${asThousands} or as the decimal number ${asDecimal}`,
      hint: isCount
        ? `Write thousands with a space: ${asThousands}.`
        : `Write thousands with a space (${asThousands}), or the decimal number with another number of decimals.`,
    }),
    'number-mixed-signs': ({ other, otherLine }, words) => ({
      message: `the decimal sign differs from the «${other}» in line ${words.number(otherLine)} of the same file`,
      hint: 'Use one decimal sign in the whole file; thousands are written with a space.',
    }),
    'number-negative': () => ({
      message: 'a number below 0 makes no sense here',
      hint: 'Write a number of 0 or more.',
    }),
    'number-not-positive': () => ({
      message: 'a number above 0 was expected',
      hint: 'Leave the cell blank if it is not known.',
    }),
    'number-not-whole': () => ({
      message: 'a whole count was expected',
      hint: 'Write the count without decimals.',
    }),
    'number-too-large': ({ limit }) => ({
      message: `the number is above ${limit}, beyond anything in this field`,
      hint: 'Look for superfluous digits.',
    }),
    'share-scale': () => ({
      message: 'a share lies between 0 and 1',
      hint: 'Write 35, for example, as 0,35 or 35 %.',
    }),
    'share-percent-unexpected': () => ({
      message: 'per cent makes no sense here',
      hint: 'Write the number itself, without %.',
    }),
    'month-syntax': () => ({
      message: 'a month was expected',
      hint: `Write it as 2023-01 (also 202301, 2023M01 or januari 2023). ${EXCEL_MONTHS}`,
    }),
    'month-is-period': () => ({
      message: 'a quarter, a year or a week stands here, where a month was expected',
      hint: 'Write a month, such as 2023-01. Statistics have a row for each month; only forecasts may speak of a quarter or a year.',
    }),
    'date-ambiguous': ({ readings }, words) => ({
      message: `this can be read in more than one way; perhaps ${words.choice(readings)} is meant`,
      hint: `Write it as ${readings[0]}. ${EXCEL_MONTHS}`,
    }),
    'date-serial': ({ date, date1904 }) => ({
      message: `this looks like Excel’s number for ${date} (${date1904} in a workbook that counts from 1904)`,
      hint: 'Give the column the custom format yyyy-mm (yyyy-mm-dd for a date) and save the file as CSV again.',
    }),
    'date-outside-calendar': ({ from, to }) => ({
      message: 'the calendar has no such date, or the year is out of reach',
      hint: `Look at the day, the month and the year; years from ${from} to ${to} are read.`,
    }),
    'month-not-first-day': ({ month }) => ({
      message: 'a single day stands here, where a month was expected',
      hint: `Write ${month}. Daily figures must be summed to months first.`,
    }),
    'period-syntax': () => ({
      message: 'a month, a quarter or a year was expected',
      hint: `Write it as 2023-01, 2023-Q1 or 2023. ${EXCEL_MONTHS}`,
    }),
    'day-syntax': () => ({ message: 'a date was expected', hint: 'Write it as 2022-10-28.' }),
    'measure-unknown': () => ({
      message: 'the measure is not known',
      hint: 'Write collaboration_share (samverkansandel), base_hours (grundtimmar) or collaboration_hours (samverkanstimmar).',
    }),
    'priority-unknown': () => ({
      message: 'the priority is not known',
      hint: 'Write must (måste) or can (kan), or leave it blank.',
    }),
    'key-look-alike': ({ character, codePoint }) => ({
      message: `the character ${character} (${codePoint}) only looks like a Latin letter or a digit`,
      hint: 'Type the value anew on a Swedish keyboard.',
    }),
    'key-variant': ({ other, otherPath, otherLine }, words) => ({
      message: `the name is written ${other} in ${otherPath}, line ${words.number(otherLine)}`,
      hint: 'Write it in the same way everywhere, capitals and spaces included.',
    }),
    'code-unknown': ({ kind, near, from }, words) => ({
      message: `${from} knows no such ${kind}`,
      hint: didYouMean(near, words.choice) || `Correct it. A new ${kind} needs to stand in ${from}.`,
    }),
    'name-is-nation': () => ({
      message: 'this word stands for the nation, so it cannot be a code or a region',
      hint: 'Delete the row: national rows need no code.',
    }),
    'quantity-count': ({ filled, expected }, words) => ({
      message:
        filled.length === 0
          ? 'the row says neither decisions nor expenditure'
          : `the row has numbers in several columns of quantity: ${words.list(filled)}`,
      hint: `Fill in exactly one of ${words.choice(expected)}, and leave the others blank.`,
    }),
    'range-half': () => ({
      message: 'low and high belong together, and one of them is blank',
      hint: 'Fill in both, or none.',
    }),
    'range-order': ({ low, value, high }, words) => ({
      message: `the value ${words.number(value, 6)} does not lie between low ${words.number(low, 6)} and high ${words.number(high, 6)}`,
      hint: 'Low is the least, high the most that is thinkable; the value lies between.',
    }),
    'validity-order': ({ validFrom }) => ({
      message: `it ends before it begins (${validFrom})`,
      hint: 'Correct one of the months; valid_to is the last month that counts.',
    }),
    'step-missing': () => ({
      message: 'hours need a work step',
      hint: 'Name the step, such as bedöma, besluta or trepartssamtal.',
    }),
    'step-unexpected': () => ({
      message: 'a collaboration share has no work step',
      hint: 'Leave the cell blank, or choose a measure of hours.',
    }),
    'more-new-than-all': ({ decisions }, words) => ({
      message: `there are more new decisions than decisions (${words.number(decisions)})`,
      hint: 'New decisions are a part of all decisions: look whether two columns have been swapped.',
    }),
    'more-collaboration-than-new': ({ newDecisions }, words) => ({
      message: `there are more collaboration cases than new decisions (${words.number(newDecisions)})`,
      hint: 'Here collaboration cases are counted among the month’s new decisions.',
    }),
    'key-duplicate': ({ otherPath, otherLine }, words) => ({
      message: `the same row stands in ${otherPath}, line ${words.number(otherLine)}, already`,
      hint: 'Delete one of the two.',
    }),
    'key-conflict': ({ otherPath, otherLine, hasPublications }, words) => ({
      message: `${otherPath}, line ${words.number(otherLine)}, says something else for the same thing`,
      hint: hasPublications
        ? 'Keep the row that is right, or tell preliminary and definitive figures apart by their date of publication. A row without a region is the nation’s.'
        : 'Keep the row that is right.',
    }),
    'no-forecast': ({ month, from, to, lacking }, words) => ({
      message: `no programme with schablons has a forecast for ${words.month(month)}`,
      hint:
        lacking.length > 0
          ? `The forecasts cover ${words.list(lacking)}, but schablons are missing: add them, under the same name.`
          : from === null || to === null
            ? 'No forecast is known at all: look at the dates of publication and at --as-of.'
            : `The forecasts cover ${from} to ${to}. Choose a month among those, or add a newer forecast.`,
    }),
    'programme-without-schablons': ({ programme }) => ({
      message: `${programme} was asked for, but has no schablons`,
      hint: `Add ${programme}’s collaboration share and hours to schablons.csv.`,
    }),
    'programme-without-forecast': ({ programme, month }, words) => ({
      message: `${programme} was asked for, but no known forecast covers ${words.month(month)}`,
      hint: `Add a forecast for ${programme}, or choose another month.`,
    }),
    'no-reference-month': ({ programme, month }, words) => ({
      message: `${programme}: ${words.month(month)} has no reference month, since the same month of an earlier year is not in the statistics, or not for every region`,
      hint: 'Add the statistics of that month a year earlier, with a row for every region.',
    }),
    'no-reference-year': ({ programme, period }) => ({
      message: `${programme}: the forecast for ${period} cannot be spread over months, since the statistics hold all its months in no earlier year`,
      hint: 'Add the missing months to the statistics, or give the forecast per month.',
    }),
    'no-cost-per-decision': ({ programme, period }) => ({
      message: `${programme}: the expenditure for ${period} cannot be turned into decisions, since no cost per decision is known`,
      hint: 'Fill in cost_per_decision in the forecast, or expenditure in the statistics of an earlier year.',
    }),
    'no-seasonal-profile': ({ programme, period }) => ({
      message: `${programme}: the statistics say 0 decisions in every month of ${period}, so there is no profile to spread a forecast by`,
      hint: 'Correct the statistics, or give the forecast per month.',
    }),
    'no-regional-split': ({ programme, month }, words) => ({
      message: `${programme}: the statistics say 0 decisions in ${words.month(month)}, so a national forecast cannot be split over regions`,
      hint: 'Correct the statistics, or give the forecast per region.',
    }),
    'forecast-regions-missing': ({ programme, month, published, regions }, words) => ({
      message: `${programme}: the forecast of ${published} has rows for some regions in ${words.month(month)}, but none for ${words.list(regions)}`,
      hint: `Add ${words.list(regions)} to the forecast, or ask for the other regions with --region.`,
    }),
    'statistics-cover-too-little': ({ programme, month, referenceMonth, ratio }, words) => ({
      message: `${programme}: the national forecast for ${words.month(month)} is ${words.number(ratio, 1)} times the sum of the regions in ${words.month(referenceMonth)}; the statistics hold only some regions, or count on another base`,
      hint: 'Add the missing regions, or a row with the region Riket and the whole nation’s decisions.',
    }),
    'no-new-share': ({ programme, referenceMonth }, words) => ({
      message: `${programme}: the statistics say 0 decisions in ${words.month(referenceMonth)}, so there is no share of new decisions`,
      hint: 'Correct the statistics of that month.',
    }),
    'no-collaboration-share': ({ programme, region, month }, words) => ({
      message: `${programme}, ${words.region(region)}: no collaboration share is in force in ${words.month(month)}`,
      hint: 'Add a row with the measure collaboration_share to schablons.csv, or extend one that has ended.',
    }),
    'no-base-hours': ({ programme, region, month }, words) => ({
      message: `${programme}, ${words.region(region)}: no base hours are in force in ${words.month(month)}`,
      hint: 'Add rows with the measure base_hours to schablons.csv, or extend those that have ended.',
    }),
    'no-collaboration-hours': ({ programme, region, month }, words) => ({
      message: `${programme}, ${words.region(region)}: there are collaboration cases, but no collaboration hours are in force in ${words.month(month)}`,
      hint: 'Add rows with the measure collaboration_hours to schablons.csv, or extend those that have ended.',
    }),
    'hours-absurd': ({ programme, region, month, hours }, words) => ({
      message: `${programme}, ${words.region(region)}: ${words.number(hours)} hours in ${words.month(month)} cannot be right`,
      hint: 'Look at the units of the forecast (SEK, thousands, millions) and of the schablons (hours, not minutes).',
    }),
    'no-regions-in-statistics': ({ programme, month }, words) => ({
      message: `${programme}: the statistics of ${words.month(month)} are national, so no region can be estimated by itself`,
      hint: 'Leave --region out, choose other programmes with --programme, or add the regions’ statistics.',
    }),
    'regions-without-cells': ({ regions, month }, words) => ({
      message: `${words.list(regions)}: neither forecast nor statistics have decisions to estimate ${words.month(month)} from`,
      hint: 'Choose another region, or add its statistics.',
    }),
    'outcome-missing': ({ month, programmes, held, asOf }, words) => ({
      message: `the statistics${asOf === null ? '' : `, as published by ${asOf},`} do not hold ${words.month(month)} for ${words.list(programmes)}`,
      hint:
        asOf === null
          ? 'To compare with what happened that month:'
          : 'If the month was published later, leave --as-of out; --with as-of limits the one side only. Otherwise:',
      steps: [
        `Add the missing rows of ${month} to the statistics: month, programme, region, decisions, new_decisions. Where there were no decisions, write 0.`,
        'Run resurs check.',
        `Run the comparison again. A month that has no outcome yet can stand as it is estimated: --with estimate:${month}.${held === null ? '' : ` Until then, choose among the months that the statistics hold, ${held[0]} to ${held[1]}, with --month, or with --with outcome: and the month.`}`,
      ],
    }),
    'hours-without-cases': ({ programme, region, month, measure, hours }, words) => ({
      message: `${programme}, ${words.region(region)}: ${words.number(hours, 1)} ${measure === 'base_hours' ? 'base hours' : 'collaboration hours'} in ${words.month(month)}, though there were no ${measure === 'base_hours' ? 'new decisions' : 'collaboration cases'}`,
      hint: `Look at the hours and at ${measure === 'base_hours' ? 'new_decisions' : 'collaboration_cases'} of that month: they speak of the same cases.`,
    }),
    'nothing-to-compare': ({ from, to, uncovered }, words) => ({
      message:
        uncovered.length === 0
          ? `no programme has figures both for ${words.month(from.month)} and for ${words.month(to.month)}`
          : `${words.list(uncovered)}: neither schablons nor measurements tell the hours per case in ${words.month(from.month)} or ${words.month(to.month)}`,
      hint:
        uncovered.length === 0
          ? 'Choose another month, or look with resurs check which months the tables hold.'
          : 'Add schablons that are in force then, or the measured cases and hours, or choose a later month.',
    }),
    'change-above-limit': ({ direction, limit, hours, share }, words) => ({
      message: `${words.signed(hours, limit.unit === 'hours' ? limit.value : undefined)}\u00A0hours${share === null ? '' : ` (${words.signedPercent(share, limit.unit === 'share' ? limit.value : undefined)})`} is a larger ${direction} than ${limitText(limit, words)}`,
      hint: `Look at what changed, or raise --max-${direction}.`,
    }),
    'input-changed': ({ change, rows: [before, now] }, words) => ({
      message:
        change === 'added'
          ? 'the file was not there when the result was saved'
          : change === 'removed'
            ? 'the file is not read any more'
            : `this is not the file that the result was computed from: ${before === now ? `it still has ${now === 1 ? 'one row' : `${words.number(now ?? 0)} rows`}` : `it had ${before === 1 ? 'one row' : `${words.number(before ?? 0)} rows`} and has ${words.number(now ?? 0)}`}`,
      hint:
        change === 'added'
          ? 'Take it away to compute as before, or save the result anew.'
          : 'Take the earlier file to compute as before, or save the result anew.',
    }),
    'result-differs': ({ hours, share, parts, areInputsSame }, words) => ({
      message: `the result differs in its ${words.list(parts.map((part) => PARTS[part]))}${hours === null ? '' : `: ${words.signed(hours) === '0' ? 'the total is the same' : `${words.signed(hours)} hours${share === null ? '' : ` (${words.signedPercent(share)})`} in all`}`}`,
      hint: areInputsSame
        ? 'The files are the same: the result was saved by another version, or edited afterwards.'
        : 'Save the result anew if what changed is right.',
    }),
    'part-against-nation': ({ programme, month, share }, words) => ({
      message: `${programme}: one side is the whole nation, the other, from ${words.month(month)}, only ${words.percent(share)} of it`,
      hint: 'Add the rows of the missing regions, or compare regions with --region.',
    }),
    'regions-on-one-side': ({ programme, regions, month, otherMonth }, words) => ({
      message: `${programme}: ${words.list(regions)} ${regions.length === 1 ? 'has' : 'have'} no row in ${words.month(month)}, only in ${words.month(otherMonth)}, and ${regions.length === 1 ? 'counts' : 'count'} as 0`,
      hint: 'Add the missing rows. If there were no decisions, rows with 0 say so.',
    }),
    'codes-on-one-side': ({ programme, codes, month, otherMonth }, words) => ({
      message: `${programme}: ${words.list(codes)} ${codes.length === 1 ? 'has' : 'have'} no row in ${words.month(month)}, only in ${words.month(otherMonth)}, so the two may not count the same`,
      hint: 'Add the missing rows. If there were no decisions, rows with 0 say so.',
    }),
    'programme-on-one-side': ({ programme, month, why, since }, words) => ({
      message:
        why === 'begins'
          ? `${programme} counts as 0 in ${words.month(month)}: its statistics begin in ${words.month(since)}`
          : `${programme} counts as 0 in ${words.month(month)}: its statistics end in ${words.month(since)}`,
      hint: 'If the programme did exist then, add its rows; if not, rows with 0 say so.',
    }),
    'programme-left-out': ({ programme, month, lacks }, words) => ({
      message:
        lacks === 'schablons'
          ? `${programme} is left out of ${words.month(month)}: it has a forecast but no schablons`
          : `${programme} is left out of ${words.month(month)}: it has schablons but no known forecast for the month`,
      hint: lacks === 'schablons' ? 'Add schablons to have it estimated.' : 'Add a forecast to have it estimated.',
    }),
    'month-incomplete': ({ programme, month, regions }, words) => ({
      message: `${programme}: ${words.month(month)} lacks ${words.list(regions)} in the statistics and is not used`,
      hint: 'Add the missing rows. If there were no decisions, write 0.',
    }),
    'regions-exceed-nation': ({ programme, month, excessShare }, words) => ({
      message: `${programme}: the regions sum to ${words.percent(excessShare)} more than the national row of ${words.month(month)}`,
      hint: 'Look for a region counted twice, or a national row on another base.',
    }),
    'forecast-far-from-last-year': ({ programme, month, referenceMonth, ratio }, words) => ({
      message: `${programme}: the forecast for ${words.month(month)} is ${words.number(ratio, 2)} times the decisions of ${words.month(referenceMonth)}`,
      hint: 'Look whether forecast and statistics count the same thing: all decisions in force, new and continuing.',
    }),
    'codes-left-out': ({ programme, month, codes }, words) => ({
      message: `${programme}: no known forecast for ${words.list(codes)} covers ${words.month(month)}; only the other codes are estimated`,
      hint: 'Add the forecast, or one for the programme as a whole.',
    }),
    'only-nation-in-month': ({ programme, month }, words) => ({
      message: `${programme}: ${words.month(month)} has a national row only, though other months of that year have regions, so no region is estimated by itself`,
      hint: 'Add the regions’ rows of that month.',
    }),
    'nation-lacks-codes': ({ programme, month, codes }, words) => ({
      message: `${programme}: the national rows of ${words.month(month)} lack ${words.list(codes)}, which the regions have`,
      hint: 'Add a national row for each code, or none at all.',
    }),
    'whole-beside-its-parts': ({ programme, month, whole, parts }, words) => ({
      message: `${programme}: in ${words.month(month)} ${whole} stands beside its own codes ${words.list(parts)}; they are added up`,
      hint: 'Keep the whole or its parts if they speak of the same people.',
    }),
    'region-left-out': ({ programme, region, month }, words) => ({
      message: `${programme} in ${region} is left out of ${words.month(month)}: other months of the statistics have the region, but not the month that counts`,
      hint: 'Add the row for the region. If there were no decisions, write 0.',
    }),
    'region-blank': ({ programme }) => ({
      message: `a blank region is the nation, but other rows of ${programme} have regions, or are the nation’s already`,
      hint: 'Write the region, or Riket if the row is for the whole nation.',
    }),
    'hours-large': ({ median }, words) => ({
      message:
        median === null
          ? 'so many hours for one work step of one case are unusual'
          : `these hours are more than twenty times what is usual in the table (${words.number(median, 2)})`,
      hint: 'Look whether the value is in minutes; hours are decimal numbers, such as 2,4.',
    }),
    'step-only-regional': ({ programme, region }) => ({
      message: `${programme} has this step in ${region} only, so it counts on top of the national steps there`,
      hint: 'If it replaces a national step, spell it in the same way and give it the same measure.',
    }),
    'step-resembles': ({ other, otherPath, otherLine }, words) => ({
      message: `the work step is nearly ${other} (${otherPath}, line ${words.number(otherLine)}), and is counted as another one`,
      hint: `Write ${other} if that is what is meant. If they are two, give them names that differ more.`,
    }),
    'share-extreme': ({ isWhole }) => ({
      message: isWhole
        ? 'a share of 1 is every case, not 1 % of them'
        : 'a share of less than 1 % is unusual; perhaps it was turned into per cent twice',
      hint: isWhole
        ? 'Write 100 % if every case is a collaboration case, else the share itself, such as 0,35 or 35 %.'
        : 'Write 35 %, for example, as 0,35 or 35 %.',
    }),
    'figure-far-from-neighbours': ({ programme, region, month, quantity, value, before, after }, words) => ({
      message: `${programme}, ${words.region(region)}: ${words.number(value)} ${quantity === 'decisions' ? 'decisions' : 'new decisions'} in ${words.month(month)} are far from the ${words.number(before)} of the month before and the ${words.number(after)} of the month after`,
      hint: 'Look for a digit too many or too few, or a figure of another row or column.',
    }),
    'schablons-overlap': ({ from, otherPath, otherLine }, words) => ({
      message: `from ${words.month(from)} on a later row counts instead (${otherPath}, line ${words.number(otherLine)}), though this one has not ended`,
      hint: 'End this row the month before the later one begins, or look whether one of the months is wrong.',
    }),
    'key-resembles': ({ other, otherPath, otherLine, codesFile }, words) => ({
      message: `the name is nearly ${other} (${otherPath}, line ${words.number(otherLine)}), and the two never stand beside each other in the same month`,
      hint: `Write ${other} if that is what is meant. If they are two, list both in ${codesFile}.`,
    }),
    'region-column-missing': ({ found }) => ({
      message: 'there are several rows for the same thing and no column region to tell them apart',
      hint: `The columns are ${found.join(', ')}. Name the one that holds the regions region.`,
    }),
    'schablon-old': ({ programme, region, measure, step, validFrom, years }, words) => ({
      message: `${programme}, ${words.region(region)}: ${step ?? measure} has stood since ${words.month(validFrom)}, ${words.number(years)} years`,
      hint: 'Have it estimated anew, or confirm it with a new row.',
    }),
    'schablon-without-source': ({ programme, count }, words) => ({
      message: `${programme}: ${count === 1 ? 'a schablon has' : `${words.number(count)} schablons have`} no source`,
      hint: 'Write who estimated it, how and when in the column source.',
    }),
    'programme-beside-its-codes': ({ programme, codes, month }, words) => ({
      message: `${programme}: the forecasts for ${words.month(month)} name both the programme and its codes ${words.list(codes)}; they are added up`,
      hint: 'Keep the programme or its codes if they speak of the same people.',
    }),
    ...planProblemsEn({ failure: failureText, problem: innerProblemText }),
  },
  notes: {
    'reference-month-older': ({ programme, month, referenceMonth }, words) =>
      `${programme}: ${words.month(referenceMonth)} stands for the same month last year of ${words.month(month)}, which the statistics do not hold.`,
    'reference-year-older': ({ programme, period, referencePeriod }) =>
      `${programme}: the forecast for ${period} is spread over months as in ${referencePeriod}, ${referencePeriod.length === 4 ? 'the latest year' : 'the latest such period'} with all its months in the statistics.`,
    'national-new-share': ({ programme, region, referenceMonth }, words) =>
      `${programme}, ${region}: no decisions in ${words.month(referenceMonth)}, so the national share of new decisions is used.`,
    'cost-from-statistics': ({ programme, period, referencePeriod, costPerDecisionSek }, words) =>
      `${programme}: the expenditure for ${period} is turned into decisions at ${words.number(costPerDecisionSek)} SEK per decision and month, the statistics’ cost in ${referencePeriod}, not indexed.`,
    'codes-missing': ({ programme, month, codes }, words) =>
      `${programme}: the statistics of ${month} lack ${words.list(codes)}, which other months of the year have; they count as 0.`,
    'regions-part-of-nation': ({ programme, month, share }, words) =>
      `${programme}: the regions listed for ${words.month(month)} are ${words.percent(share)} of the nation; only they are in the figures.`,
    'national-forecast-differs': ({ programme, month, national, regional }, words) =>
      `${programme}: the regional forecasts for ${words.month(month)} sum to ${words.number(regional)} decisions, the national row says ${words.number(national)}; the regional ones are used.`,
    'forecast-vintages-mixed': ({ programme, month, published }, words) =>
      `${programme}: the forecasts of its codes for ${words.month(month)} were published on different days: ${words.list(published)}.`,
    'region-not-estimated': ({ programme, region, month }, words) =>
      `${programme} has no decisions in ${region} to estimate ${words.month(month)} from.`,
    'scenario-applied': ({ file, rows, replaced, newSteps }, words) =>
      `Scenario ${file}, ${rows === 1 ? 'one row' : `${words.number(rows)} rows`}: ${words.number(replaced)} in the place of rows of the tables, the others added.${newSteps.length === 0 ? '' : ` New steps, which count on top of the others: ${words.list(newSteps)}.`}`,
    'outcome-from-schablons': ({ programmes, month, measures }, words) =>
      `${words.list(programmes)}: the statistics of ${words.month(month)} do not measure ${words.list(measures.map((measure) => MEASURES[measure]))}; the schablons in force stand for it.`,
    'schablons-of-other-month': ({ programmes, month, otherMonth, measures }, words) =>
      `${words.list(programmes)}: for ${words.list(measures.map((measure) => MEASURES[measure]))} in ${words.month(month)} there is neither a measurement nor a schablon; those of ${words.month(otherMonth)} stand for it.`,
    'cells-on-one-side': ({ programme, regions, on, notOn }, words) =>
      `${programme}: only one side has ${words.list(regions.map(words.region))}${on.month === notOn.month ? '' : `, that of ${words.month(on.month)}`}; on the other it counts as 0.`,
    'compared-as-nation': ({ programme }) =>
      `${programme}: the regions of one side are only a part of the nation’s own row, so the nation is compared as a whole.`,
    'programmes-without-schablons': ({ programmes }, words) =>
      `Not compared, for want of schablons or of measured cases and hours: ${words.list(programmes)}.`,
    'programmes-not-estimated': ({ programmes }, words) =>
      `Not compared, since there is no estimate of them: ${words.list(programmes)}.`,
    'outcome-not-complete': ({ month, programmes, hasOthers }, words) =>
      `The statistics of ${words.month(month)} lack ${words.list(programmes)}, so the month is compared as it is estimated${hasOthers ? '; --of outcome compares the other programmes as they turned out' : ''}.`,
    'measured-against-schablons': ({ programmes, measured, estimated }, words) =>
      `${words.list(programmes)}: what ${words.month(measured)} took is measured, the estimate of ${words.month(estimated)} rests on schablons; hours per case and the share of collaboration cases may differ for that reason, too.`,
    'schablons-differ': ({ rates }, words) =>
      `Schablons that differ: ${words.list(rates.map((rate) => compareEn.rate(rate, words)))}.`,
    'scenario-without-effect': ({ file, month }, words) =>
      `No row of ${file} changes what was compared of ${words.month(month)}: the rows are not in force then, are of other programmes or regions, or say the same.`,
    'compared-with-itself': ({ month, kind }, words) =>
      kind === 'outcome'
        ? `Both sides are the outcome of ${words.month(month)}, so nothing differs.`
        : `Both sides are the same estimate of ${words.month(month)}, so nothing differs. What happened is compared once the statistics, as they are known, hold the month.`,
    'forecast-vintages': ({ programmes, from, to }, words) =>
      from === to
        ? `${words.list(programmes)}: the forecast of both sides was published ${to}.`
        : `${words.list(programmes)}: from the forecast of ${from} to that of ${to}.`,
    'narrowed-as-saved': ({ file, programme, region }, words) =>
      `Only ${words.list([...(programme ?? []), ...(region ?? [])])}, as in ${file}.`,
    'saved-with-scenario': ({ file, scenario }) => `${file} was made with the scenario ${scenario}.`,
    'columns-ignored': ({ file, columns }, words) =>
      `${file}: ${columns.length === 1 ? 'the column' : 'the columns'} ${words.list(columns)} ${columns.length === 1 ? 'is' : 'are'} not used.`,
    'title-lines-skipped': ({ file, lines }, words) =>
      `${file}: ${lines === 1 ? 'one line' : `${words.number(lines)} lines`} of title before the header ${lines === 1 ? 'was' : 'were'} skipped.`,
  },
  failures: {
    'command-missing': () => ({
      message: 'the command is missing',
      hint: 'Write it first: resurs estimate --month 2023-01.',
    }),
    'command-unknown': ({ command, near, choices }, words) => ({
      message: `there is no command ${command}`,
      hint: didYouMean(near, words.choice) || `The commands are ${words.list(choices)}; resurs --help tells more.`,
    }),
    'option-unknown': ({ option, near }, words) => ({
      message: `there is no option ${option}`,
      hint: didYouMean(near, words.choice) || 'Add --help to see the options.',
    }),
    'option-of-plan': ({ option, key }) => ({
      message: `${option} belongs to the jobs of the plan`,
      hint: `Write ${key}: below with: in the plan, or below matrix: for a job for each of its values.`,
    }),
    'option-lacks-value': ({ option }) => ({
      message: `${option} needs a value`,
      hint: 'Add --help to see what it takes.',
    }),
    'argument-unexpected': ({ argument }) => ({
      message: `${argument} was not expected here`,
      hint: `If it is the data folder, write --data ${argument}. A name with a space needs quotation marks around it: --region "Stockholm Gotland".`,
    }),
    'argument-missing': ({ argument }) => ({
      message: `${argument} is missing`,
      hint: 'Add --help to see what the command takes.',
    }),
    'option-value': ({ option, value, expected, choices, near }, words) => ({
      message: {
        month: `${option} ${value}: a month was expected`,
        day: `${option} ${value}: a date was expected`,
        format: `${option} ${value}: there is no such format`,
        language: `${option} ${value}: there is no such language`,
        colour: `${option} ${value}: there is no such choice`,
        'problem-form': `${option} ${value}: there is no such choice`,
        programme: `${option} ${value}: the data knows no such programme`,
        region: `${option} ${value}: the data knows no such region`,
        'side-kind': `${option} ${value}: there is no such choice`,
        side: `${option} ${value}: a side to compare with was expected`,
        method: `${option} ${value}: there is no such method`,
        limit: `${option} ${value}: a limit was expected`,
        schema: `${option} ${value}: there is no such schema`,
        shell: `there is no completion for ${value}`,
      }[expected],
      hint:
        didYouMean(near, words.choice) ||
        {
          month: 'Write it as 2023-01.',
          day: 'Write it as 2022-10-28.',
          format: `Choose ${words.choice(choices)}.`,
          language: `Choose ${words.choice(choices)}.`,
          colour: `Choose ${words.choice(choices)}.`,
          'problem-form': `Choose ${words.choice(choices)}.`,
          programme: `Choose ${words.choice(choices)}.`,
          region: choices.length === 0 ? 'The data holds no regions.' : `Choose ${words.choice(choices)}.`,
          'side-kind': `Choose ${words.choice(choices)}.`,
          side: `Write for example ${words.choice(choices)}.`,
          method: `Choose ${words.choice(choices)}.`,
          limit: 'Write it in per cent or hours, as 10% or 500h.',
          schema: `Choose ${words.choice(choices)}.`,
          shell: `Choose ${words.choice(choices)}.`,
        }[expected],
    }),
    'option-no-text': ({ option }) => ({
      message: `${option} is no text`,
      hint: 'Give it as a text, such as 2023-01 or 10%; programme and region may be a list of texts.',
    }),
    'option-twice': ({ option }) => ({
      message: `${option} is given twice`,
      hint: 'Keep one of the two.',
    }),
    'option-missing': ({ options, isRangeFit = false }, words) => ({
      message: `${words.choice(options)} is needed`,
      hint: options.includes('--programme')
        ? 'Write for example --programme ETP.'
        : !isRangeFit
          ? 'Write for example --month 2023-01.'
          : 'For one month --month 2023-01, for a range --from 2023-01 --to 2023-12.',
    }),
    'options-conflict': ({ first, second }) => ({
      message: `${first} and ${second} cannot go together`,
      hint:
        first === '--scenario'
          ? 'A scenario is compared with the estimate without it.'
          : first === '--data'
            ? 'Only resurs schema datapackage reads a data folder.'
            : 'For one month --month 2023-01, for a range --from 2023-01 --to 2023-12.',
    }),
    'month-unused': () => ({
      message: '--month is of use to no job: each names its own month',
      hint: 'Leave it out, or take month: out of the plan.',
    }),
    'package-elsewhere': ({ path, folder }) => ({
      message: `${path} would not stand in ${folder === '.' ? 'the data folder' : folder}, where its paths lead to the tables`,
      hint: 'Write it into the data folder.',
    }),
    'months-reversed': ({ from, to }) => ({
      message: `--from ${from} is after --to ${to}`,
      hint: 'Swap the two.',
    }),
    'one-cell-only': ({ option }) => ({
      message: `one cell is explained at a time, so ${option} takes one value`,
      hint: 'Run the command once for each.',
    }),
    'region-needed': ({ programme, choices }, words) => ({
      message: `${programme} is estimated per region, so the cell to explain needs one`,
      hint: `Add --region with ${words.choice(choices)}.`,
    }),
    'folder-not-found': ({ path }) => ({
      message: `there is no folder ${path}`,
      hint: 'Name the folder that holds the tables with --data.',
    }),
    'not-a-folder': ({ path }) => ({
      message: `${path} is a file, not a folder`,
      hint: 'Name the folder that holds the tables with --data, and a single file with the flag of its table.',
    }),
    'folder-occupied': ({ folder, names }, words) => ({
      message: `${folder === '.' ? 'this folder' : `the folder ${folder}`} already has ${words.list(names)}; nothing was written`,
      hint: `Name a new folder, such as resurs init ${folder === '.' ? 'example' : `${folder}-2`}.`,
    }),
    'tables-not-found': ({ folder, missing, near }, words) => ({
      message: `${folder === '.' ? 'this folder' : `the folder ${folder}`} has no ${missing.map(({ names }) => words.choice(names)).join(', no ')}`,
      hint:
        near.length > 0
          ? `It has ${words.list(near)}. Save the table as CSV under the name above, or name the file with ${words.choice(missing.map(({ option }) => option))}.`
          : `Put ${missing.length === 1 ? 'the file' : 'the files'} there, name the right folder with --data, or ${missing.length === 1 ? 'the file itself' : 'the files themselves'} with ${words.list(missing.map(({ option }) => option))}.`,
    }),
    'file-outside-package': ({ path }) => ({
      message: `${path === '-' ? 'standard input' : path} cannot be in the data package, which only names files of its own folder`,
      hint: 'Put the file into the data folder, and name it so in resurs.yaml.',
    }),
    'file-not-found': ({ path }) => ({
      message: `there is no file ${path}`,
      hint: 'Look at the spelling and at the folder that you stand in.',
    }),
    'saved-unreadable': ({ path, reason }) => ({
      message: {
        'not-json': `${path} is not JSON`,
        'not-a-result': `${path} is JSON, but no result of resurs`,
        damaged: `${path} is a result of resurs, but does not hold what resurs writes: parts are wanting, or were changed`,
      }[reason],
      hint: 'Name a file that resurs estimate -o saved.json has written.',
    }),
    'saved-newer': ({ path, formatVersion }) => ({
      message: `${path} was written by a newer version of resurs (format ${formatVersion}; this version knows format 1)`,
      hint: 'Install the newer version to read it.',
    }),
    'saved-other-kind': ({ path, kind }) => ({
      message: `${path} is a result of resurs ${kind}, not an estimate`,
      hint: 'Name a file that resurs estimate -o saved.json has written.',
    }),
    'saved-from-standard-input': ({ path, table }) => ({
      message: `${path} cannot be computed anew: ${verifyEn.tables[table]} came from standard input`,
      hint: 'Save the result from files that stay.',
    }),
    'saved-input-missing': ({ path, table, files }, words) => ({
      message: `${path} was computed from ${words.list(files)}, which ${files.length === 1 ? 'is' : 'are'} not there, or changed in a folder that is not looked into`,
      hint:
        table === 'scenario'
          ? 'Put the scenario back where it was, or a copy of it into the data folder.'
          : `Name the data folder with --data, or the ${files.length === 1 ? 'file' : 'files'} with --${table}.`,
    }),
    'saved-name-unknown': ({ path, kind, value }) => ({
      message: `${path} was asked for the ${kind} ${value}, which the data does not know now`,
      hint: 'Look whether it was renamed, and save the estimate anew.',
    }),
    'saved-narrower': ({ path, names, has }, words) => ({
      message: `${path} has no estimate of ${words.list(names)}: it was made for ${words.list(has)} only`,
      hint: 'Ask for what it has, or save an estimate of all.',
    }),
    'saved-other-month': ({ path, month, months }, words) => ({
      message: `${path} has no estimate of ${words.month(month)}`,
      hint: `It has ${words.list(months)}.`,
    }),
    'not-a-file': ({ path }) => ({
      message: `${path} is not an ordinary file`,
      hint: 'Name a file; - is standard input.',
    }),
    'standard-input-twice': () => ({
      message: 'standard input (-) can be only one of the tables',
      hint: 'Name a file for the others.',
    }),
    'standard-input-terminal': () => ({
      message: 'a table was to come from standard input (-), but nothing is piped in',
      hint: 'Pipe a file in, or name the file instead of -.',
    }),
    'settings-invalid': ({ path, faults }, words) => ({
      message: `the settings in ${path} cannot be used: ${faults
        .map(({ kind, key, line, near, value, allowed }) => {
          const at = line === undefined ? '' : `line ${line}: `;
          if (kind === 'encoding') return 'they are not UTF-8';
          if (kind === 'shape') return 'each line should be a name, a colon and a value';
          if (kind === 'syntax') return `they are not sound YAML (${key}${line === undefined ? '' : `, line ${line}`})`;
          if (kind === 'value')
            return `${at}${key} takes ${settingText(allowed, words)}${value === undefined ? '' : `, not ${value}`}`;
          if (near.length > 0) return `${at}${key} is not known (did you mean ${words.choice(near)}?)`;
          return `${at}${key} is not known${Array.isArray(allowed) ? `; known are ${words.list(allowed)}` : ''}`;
        })
        .join('; ')}`,
      hint: 'Correct or delete the lines.',
    }),
    'output-format-unknown': ({ path, extensions }, words) => ({
      message: `the name ${path} does not tell the format`,
      hint: `Let it end with ${words.choice(extensions)}.`,
    }),
    'output-format-conflict': ({ path, format }) => ({
      message: `${path} cannot be written as ${format}`,
      hint: 'Change the name’s ending, or leave --format out.',
    }),
    'output-twice': ({ path }) => ({ message: `${path} would be written twice`, hint: 'Name each output once.' }),
    'output-not-a-file': ({ path }) => ({
      message: `${path} is a folder or a device, not a file that can be replaced`,
      hint: 'Choose another name with --out.',
    }),
    'output-is-input': ({ path }) => ({
      message: `${path} is one of the files that are read, or has the name of one; nothing was written`,
      hint: 'Choose another name with --out.',
    }),
    ...diskFailuresEn,
    internal: ({ message }) => ({
      message: `something went wrong inside resurs (${message})`,
      hint: 'This is a fault in the program. Run it again with --debug and report what it prints.',
    }),
  },
  reasons: {
    'forecast-national': ({ published, period }) =>
      `national forecast for ${period}, published ${published}, the latest that covers the month`,
    'forecast-regional': ({ published, period }) =>
      `the region’s own forecast for ${period}, published ${published}, the latest that covers the month`,
    'cost-of-row': () => 'the forecast row’s own cost',
    statistics: ({ month, latestOf }) =>
      latestOf > 1 ? `statistics of ${month}, the latest of ${latestOf} publications` : `statistics of ${month}`,
    schablon: ({ regional, validFrom, source }) =>
      `${regional ? 'the region’s own schablon' : 'national schablon'} since ${validFrom}${source === null ? '' : `: ${source}`}`,
  },
  units: {
    hours: 'h',
    decisions: '',
    cases: '',
    share: '',
    'hours per case': 'h per case',
    SEK: 'SEK',
    'SEK per decision': 'SEK per decision',
    months: 'months',
  },
  figures: {
    totalHours: 'total hours',
    baseHours: 'base hours',
    collaborationHours: 'collaboration hours',
    newDecisions: 'new decisions',
    decisions: 'decisions',
    newShare: 'share of new decisions',
    collaborationCases: 'collaboration cases',
    collaborationShare: 'collaboration share',
    baseHoursPerCase: 'base hours per case',
    collaborationHoursPerCase: 'collaboration hours per case',
    regionalDecisions: 'the region’s part',
    regionalShare: 'the region’s share',
    regionDecisionsInReferenceMonth: 'the region’s decisions last year',
    nationDecisionsInReferenceMonth: 'the nation’s decisions last year',
    forecastDecisions: 'forecast decisions of the month',
    seasonalShare: 'the month’s share of the period',
    monthDecisionsInReferenceYear: 'decisions of the same month',
    periodDecisionsInReferenceYear: 'decisions of the same period',
    periodDecisions: 'forecast decisions of the period',
    decisionsPerMonth: 'forecast decisions per month',
    monthsOfPeriod: 'months of the period',
    expenditure: 'expenditure',
    costPerDecision: 'cost per decision',
    expenditureInReferencePeriod: 'expenditure of the same period',
    decisionsInReferencePeriod: 'decisions of the same period',
    newDecisionsInReferenceMonth: 'new decisions last year',
    decisionsInReferenceMonth: 'decisions last year',
  },
  columns: {
    programme: ['', 'Programme'],
    region: ['', 'Region'],
    newDecisions: ['New', 'decisions'],
    collaborationCases: ['Collab.', 'cases'],
    baseHours: ['Base', 'hours'],
    collaborationHours: ['Collab.', 'hours'],
    totalHours: ['Total', 'hours'],
  },
  check: {
    headline: ({ errors, warnings, files, rows, words }) => {
      const read = `${files === 1 ? 'One file' : `${words.number(files)} files`} with ${words.number(rows)} rows`;
      if (errors > 0)
        return `${read}: ${errors === 1 ? 'one problem' : `${words.number(errors)} problems`} to mend before anything can be computed.`;
      if (warnings > 0)
        return `${read}, all understood, with ${warnings === 1 ? 'one warning' : `${words.number(warnings)} warnings`}.`;
      return `${read}, all understood.`;
    },
    titles: {
      files: 'How the files are read',
      programmes: 'Programmes',
      vintages: 'Forecasts',
      schablons: (month) => `Schablons in force in ${month}`,
    },
    columns: {
      file: ['', 'File'],
      encoding: ['', 'Encoding'],
      delimiter: ['', 'Delimiter'],
      decimal: ['Decimal', 'sign'],
      headerLine: ['Header', 'line'],
      rows: ['', 'Rows'],
      programme: ['', 'Programme'],
      codes: ['', 'Codes'],
      statistics: ['', 'Statistics'],
      gaps: ['Months', 'missing'],
      forecasts: ['', 'Forecasts'],
      schablons: ['Scha-', 'blons'],
      published: ['', 'Published'],
      covers: ['', 'Months'],
      region: ['', 'Region'],
      measure: ['', 'Measure'],
      step: ['', 'Step'],
      value: ['', 'Value'],
      age: ['', 'Age'],
      source: ['', 'Source'],
    },
    signs: { ';': 'semicolon', ',': 'comma', '\t': 'tab', '.': 'point' },
    measures: { collaboration_share: 'share', base_hours: 'base', collaboration_hours: 'collab.' },
    age: (months) => (months < 24 ? `${months} mo.` : `${Math.floor(months / 12)} y.`),
    gaps: (programme, months) => `${programme}: the statistics lack ${months}.`,
    regions: (count, names) => `${count === 1 ? 'One region' : `${count} regions`}: ${names}.`,
    noRegions: 'The statistics are national, without regions.',
    next: (options) => `Next: resurs estimate ${options}`,
    mend: (errors, words) =>
      `${errors === 1 ? 'Mend the problem' : `Mend the ${words.number(errors)} problems`} above, save, and run resurs check again.`,
    strict: (warnings) =>
      `Refused, since --strict lets no warning through: ${warnings === 1 ? 'there is one' : `there are ${warnings}`}.`,
  },
  estimate: {
    headline: ({ scope, period, total, base, collaboration, newDecisions, cases, sinceLastYear, words }) =>
      `${scope === null ? '' : `${scope}, `}${period}: ${words.number(total)} handling hours for ${words.number(newDecisions)} new decisions, of which ${words.number(base)} hours base case work and ${words.number(collaboration)} hours operative individual collaboration in ${words.number(cases)} collaboration cases${sinceLastYear}.`,
    withScenario: (file) => `What if: with the rows of ${file}.`,
    knownAsOf: (day) => `Only what was published by ${day}.`,
    programmeTotal: 'in all',
    regionTotal: 'All',
    grandTotal: 'In all',
    rangeTotal: 'All months',
    remarks: [
      'These are estimates: every case is unique. A new decision’s hours are booked in its month; decisions that merely continue add none. Each figure is rounded by itself, so parts may not add up to the total.',
    ],
    notesTitle: 'Notes',
  },
  batch: batchEn,
  compare: compareEn,
  verify: verifyEn,
  explain: {
    headline: ({ programme, region, month, row, words }) =>
      `${programme}, ${region}, ${month}: ${words.number(row.totalHours)} handling hours. Each of the ${words.number(row.newDecisions)} new decisions takes ${words.number(row.baseHoursPerCase, 2)} hours of base case work (${words.number(row.baseHours)} hours); ${words.number(row.collaborationCases)} of them are collaboration cases, which take ${words.number(row.collaborationHoursPerCase, 2)} hours more (${words.number(row.collaborationHours)} hours).`,
    sameAsAbove: 'see above',
    lines: (lines, spans) => `${lines.length === 1 ? 'line' : 'lines'} ${spans}`,
    rows: (count, months) => `${count} rows of statistics, ${months}`,
  },
  jobColumns: { changeShare: ['', '%'], limit: ['', 'Limit'], warnings: ['Warn-', 'ings'] },
  parts: {
    table: 'Table',
    details: 'Details',
    problems: 'Problems',
    trace: 'How it is computed',
    rows: (count, words) => (count === 1 ? 'one row' : `${words.number(count)} rows`),
    rowsLeftOut: (count, words) => `… ${count === 1 ? 'one row' : `${words.number(count)} rows`} left out`,
    linesLeftOut: (count, words) => `… ${count === 1 ? 'one line' : `${words.number(count)} lines`} left out`,
    entriesLeftOut: (count, words) => `… ${count === 1 ? 'one entry' : `${words.number(count)} entries`} left out`,
  },
  problemsTitle: {
    refused: (errors, files) =>
      files === 0
        ? `Nothing was computed: ${errors === 1 ? 'one problem' : `${errors} problems`}.`
        : `Nothing was computed: ${errors === 1 ? 'one problem' : `${errors} problems`} in ${files === 1 ? 'one file' : `${files} files`}.`,
    strict: (count) =>
      `No result is given: --strict lets no warning through, and there ${count === 1 ? 'is one' : `are ${count}`}.`,
    breached: () => 'Exit code 3, since:',
    warnings: (count) => (count === 1 ? 'One warning:' : `${count} warnings:`),
    warningsInAll: (count) => (count === 1 ? 'One warning.' : `${count} warnings.`),
    more: (count, kinds, file) =>
      `… and ${count} more${file === null ? '' : ` in ${file}`}${kinds === 0 ? '' : `, with ${kinds === 1 ? 'one kind' : `${kinds} kinds`} not shown here`}`,
    same: (count, spans) => `The same in ${count === 1 ? 'one more line' : `${count} more lines`}: ${spans}`,
    sameKind: (count, lines, spans) =>
      `and ${count === 1 ? 'one' : count} more of the same kind${lines.length === 0 ? '' : ` in ${lines.length === 1 ? 'line' : 'lines'} ${spans}`}`,
  },
  place: {
    line: (line) => `line ${line}`,
    column: (name, number) => `column ${number} ${name}`.trimEnd(),
    cell: (address, name) => `cell ${address} ${name}`.trimEnd(),
    row: (address) => `row ${address} of the spreadsheet`,
    quoted: (value) => `“${value}”`,
  },
  severity: { error: 'error', warning: 'warning' },
  example: {
    written: (folder, names, words) =>
      `${folder === '.' ? 'This folder' : `The folder ${folder}`} now holds ${words.list(names)}.`,
    next: 'Their figures are invented. Estimate January 2023 with:',
  },
  schemas: {
    title: 'resurs schema NAME describes one of these for other programs:',
    names: {
      forecasts: 'the table of expenditure forecasts, as Frictionless Table Schema',
      statistics: 'the table of decision statistics, likewise',
      schablons: 'the table of schablons, likewise',
      programmes: 'the table of programme codes, likewise',
      regions: 'the table of region codes, likewise',
      datapackage: 'the tables in the data folder as they are, as Frictionless Data Package',
      settings: 'the settings in resurs.yaml, as JSON Schema',
      plan: 'a plan of batch, likewise',
      estimate: 'what estimate gives with --format json, as JSON Schema',
      explain: 'what explain gives, likewise',
      compare: 'what compare gives, likewise',
      check: 'what check gives, likewise',
      verify: 'what verify gives, likewise',
      batch: 'what batch gives, likewise',
    },
  },
  wrote: (paths, words) => `Wrote ${words.list(paths)}.`,
  help: {
    tagline: 'Handling hours for case work and operative individual collaboration, per programme and region.',
    examples: 'Examples',
    usage: 'Usage',
    commands: 'Commands',
    options: 'Options',
    generalOptions: 'Options of every command',
    moreHelp: 'resurs COMMAND --help tells more of a command.',
    commandSummaries: {
      init: 'an example with all tables to start from, written to the folder DIR or to this one',
      check: 'every problem in the tables, and what was understood of them',
      estimate: 'the handling hours of a month, or of a range of months',
      explain: 'one figure traced to the lines of the files that it comes from',
      compare: 'what changed since last year, or since the estimate, and why',
      verify: 'a saved estimate computed anew: identical, or what changed',
      batch: 'many runs from one plan file, all finished, and a summary',
      schema: 'tables, settings and results described for other programs',
      completion: 'what lets the Tab key complete commands, regions and months: for bash, zsh or fish',
    },
    commandExamples: {
      resurs: [
        ['resurs init example', 'an example to start from, in a new folder'],
        ['resurs check', 'are the tables in this folder sound?'],
        ['resurs estimate --month 2023-01', 'the hours of a month'],
        ['resurs explain --month 2023-01 --programme ETP --region Syd', 'why that many hours?'],
        ['resurs compare --month 2023-01', 'what changed since the same month last year?'],
      ],
      init: [
        ['resurs init example', 'the example in a new folder'],
        ['resurs init exempel --lang sv', 'in Swedish, as a Swedish Excel saves it'],
        ['resurs init', 'in this folder, where nothing is ever written over'],
      ],
      check: [
        ['resurs check', 'the tables in this folder'],
        ['resurs check --data example --month 2023-01', 'and what an estimate of that month lacks'],
        ['resurs check --problems github', 'annotations in a GitHub workflow'],
        ['resurs check -f csv-sv -o problems.csv', 'the list of problems for a Swedish Excel'],
      ],
      estimate: [
        ['resurs estimate --month 2023-01', 'one month'],
        ['resurs estimate --from 2023-01 --to 2023-12 --region Syd', 'a year in one region'],
        ['resurs estimate --month 2023-01 --as-of 2022-07-31', 'as it was known that day'],
        ['resurs estimate --month 2023-01 -f csv-sv -o hours.csv', 'a file for a Swedish Excel'],
      ],
      explain: [
        ['resurs explain --month 2023-01 --programme ETP --region Syd', 'every factor with its file and line'],
        ['resurs explain --month 2023-01 --programme ETP', 'where the statistics have no regions'],
      ],
      compare: [
        ['resurs compare --month 2023-01', 'against the same month last year'],
        ['resurs compare --month 2022-11 --with estimate', 'what happened against what was estimated'],
        ['resurs compare --month 2023-01 --with as-of:2022-07-31', 'what the newer forecasts changed'],
        ['resurs compare --month 2023-01 --scenario whatif.csv', 'with and without other schablons'],
        ['resurs compare --month 2023-01 --max-increase 10%', 'exit code 3 if the hours rise by more'],
      ],
      verify: [
        ['resurs verify saved.json', 'does the data in this folder still give the saved estimate?'],
        ['resurs verify saved.json --data example', 'the data in another folder'],
      ],
      batch: [
        ['resurs batch plan.yaml', 'every job of the plan, and a summary'],
        ['resurs batch plan.yaml --dry-run', 'a rehearsal: everything is computed, nothing written'],
        [
          'resurs batch plan.yaml --problems github -o summary.md',
          'annotations in a GitHub workflow, and a summary for it',
        ],
      ],
      schema: [
        ['resurs schema', 'what there is a schema of'],
        ['resurs schema statistics', 'the columns of the statistics'],
        ['resurs schema estimate -o estimate.schema.json', 'the JSON of estimate'],
        ['resurs schema datapackage -o datapackage.json', 'the tables of this folder as they are'],
      ],
      completion: [
        [`echo 'eval "$(resurs completion bash)"' >> ~/.bashrc`, 'bash: once; it works in every new terminal'],
        [`echo 'eval "$(resurs completion zsh)"' >> ~/.zshrc`, 'zsh: once; it works in every new terminal'],
        ['resurs completion fish > ~/.config/fish/completions/resurs.fish', 'fish: once; it works at once'],
      ],
    },
    batchMonth: 'the month of the jobs that name none, such as 2023-01',
    optionTexts: {
      month: 'the month, such as 2023-01',
      from: 'the first month of a range',
      to: 'the last month of a range',
      programme: 'only these programmes (repeat it, or separate with commas; explain takes one)',
      region: 'only these regions (repeat it, or separate with commas; explain takes one)',
      asOf: 'what was published by this day, such as 2022-10-31',
      scenario: 'a file of schablon or forecast rows that replace and add',
      of: 'the month as outcome or estimate (otherwise what the statistics allow)',
      with: 'the other side: last-year, outcome:2022-01, estimate, estimate:2022-01, as-of:2022-10-31, or a saved estimate .json',
      method: 'how the change is shared among the factors: shapley or lmdi',
      maxIncrease: 'exit code 3 if the total rises by more, such as 10% or 500h',
      maxDecrease: 'exit code 3 if the total falls by more',
      minChange: 'only rows that changed at least so much, in tables for people',
      dryRun: 'compute everything, say what would be written, and write nothing',
      allowOutside: 'let jobs write outside the plan’s folder',
      data: 'the folder with the tables (otherwise this one)',
      forecasts: 'a file of expenditure forecasts; - is standard input',
      statistics: 'a file of decision statistics',
      schablons: 'a file of schablons',
      programmes: 'a file of programme codes',
      regions: 'a file of region codes',
      format: 'table, markdown, json, csv or csv-sv (for a Swedish Excel)',
      out: 'write to a file instead; its ending tells the format',
      lang: 'en or sv',
      strict: 'let warnings refuse, too',
      problems: 'how problems are shown: text, json, github or sarif',
      quiet: 'no warnings, only errors',
      color: 'auto, always or never',
      debug: 'show where in the program a fault arose',
      version: 'the version',
      help: 'this help',
    },
  },
};

// A code and its facts belong together, which the types of two parallel unions cannot say.
type Write = (facts: unknown, words: Words) => ProblemText;

function failureText({ code, facts }: FailureRecord, words: Words): ProblemText {
  return (en.failures[code] as Write)(facts, words);
}

function innerProblemText({ code, facts }: Problem, words: Words): ProblemText {
  return (en.problems[code] as Write)(facts, words);
}
