import { systemReason } from '../domain/system-error.ts';
import type { DiskFailureTexts, SystemTexts } from './disk-texts.ts';

const AGAIN = 'and run the command again';

const SYSTEM: SystemTexts = {
  full: { why: 'the disk is full', mend: `Make room on the disk, or choose another one, ${AGAIN}.` },
  quota: { why: 'your share of the disk is used up', mend: `Delete what you do not need, or ask for more, ${AGAIN}.` },
  'too-large': {
    why: 'no file may be so large here',
    mend: `Ask for fewer months or regions at a time, or choose another disk, ${AGAIN}.`,
  },
  'read-only': { why: 'the disk can only be read', mend: `Choose another place, ${AGAIN}.` },
  forbidden: {
    why: 'the rights do not allow it',
    mend: 'Look at the rights to the file and its folder, and close the file if it is open in Excel.',
  },
  held: {
    why: 'another program has it open',
    mend: `Close the file in Excel, or in whichever program has it open, ${AGAIN}.`,
  },
  'name-too-long': { why: 'the name is longer than the disk takes', mend: 'Choose a shorter name.' },
  missing: { why: 'there is no such folder', mend: 'Make the folder, or look at the spelling.' },
  'file-in-way': { why: 'a file stands where a folder should', mend: 'Choose another name.' },
  circle: { why: 'its links lead in a circle', mend: 'Name the file itself.' },
  'too-many-open': { why: 'too many files are open', mend: `Close other programs, ${AGAIN}.` },
  unreachable: { why: 'what it stands on cannot be reached', mend: `Look at the disk or the network, ${AGAIN}.` },
  faulty: { why: 'the disk reports a fault', mend: 'Try another disk; this one, or the way to it, may be broken.' },
  other: { why: 'the system refuses', mend: 'Look at the disk and at the rights to the file and its folder.' },
};

export const diskFailuresEn: DiskFailureTexts = {
  'folder-not-made': ({ path, reason }) => {
    const cause = systemReason(reason);
    const { why, mend } = SYSTEM[cause];
    const hint = cause === 'forbidden' ? 'Look at the rights to the folder above it, or choose another place.' : mend;
    return { message: `the folder ${path} could not be made: ${why} (${reason})`, hint };
  },
  'file-unreadable': ({ path, reason }) => {
    const { why, mend } = SYSTEM[systemReason(reason)];
    return { message: `${path} could not be read: ${why} (${reason})`, hint: mend };
  },
  'file-changed': ({ path }) => ({
    message: `${path} was changed while it was read`,
    hint: 'Run the command again when the program that writes the file is done.',
  }),
  'file-too-large': ({ path, limit }, words) => ({
    message: `${path === '-' ? 'standard input' : path} is larger than the ${words.number(limit / 1e6)} MB that are read`,
    hint: 'Leave out months, programmes or columns that the estimate does not need, or make several files of it and name each with the table’s flag.',
  }),
  'output-link-broken': ({ path }) => ({
    message: `${path} is a link that leads to no file`,
    hint: 'Delete the link, or choose another name with --out.',
  }),
  'stream-failed': ({ stream, reason }) => {
    const { why, mend } = SYSTEM[systemReason(reason)];
    return { message: `${stream} could not be written: ${why} (${reason}), so the result is not whole`, hint: mend };
  },
  'summary-unfit': ({ option, path, why, reason }) => ({
    message: `${option} ${path}: the summary cannot go there: ${
      {
        input: 'it is one of the files that the plan reads',
        'no-folder': 'there is no such folder',
        'not-a-file': 'it is a folder or a device',
        'link-broken': 'it is a link that leads to no file',
        unwritable: `it could not be written: ${SYSTEM[systemReason(reason)].why} (${reason})`,
      }[why]
    }`,
    hint:
      option === '--out'
        ? 'Choose another name with --out; its folder must be there, or be one that a job writes into.'
        : 'Give the variable GITHUB_STEP_SUMMARY the name of another file, or take it out of the environment.',
  }),
  'write-failed': ({ path, reason, isHeld = false, replaced = [] }, words) => {
    const { why, mend } = SYSTEM[isHeld ? 'held' : systemReason(reason)];
    const rest =
      replaced.length === 0
        ? 'no file was changed'
        : `${words.list(replaced)} had been replaced before, and could not be put back`;
    return { message: `${path} could not be written: ${why} (${reason}); ${rest}`, hint: mend };
  },
};
