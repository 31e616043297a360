// The licences of the libraries that stand in dist/, which their authors ask to be handed on.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes dist/LICENCES.txt; a library without a licence text fails the build. `inputs` are the files that were bundled. */
export function writeLicences(root, inputs) {
  const folders = new Set(inputs.flatMap((file) => /^(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(path.join(root, folder)).find((each) => /^licen[cs]e/i.test(each));
    if (file === undefined) throw new Error(`${name} has no licence text`);
    const text = readFileSync(path.join(root, folder, file), 'utf8')
      .replaceAll('\r\n', '\n')
      .trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  const title = 'This program holds these libraries, each under its own licence.\n';
  writeFileSync(path.join(root, 'dist/LICENCES.txt'), [title, ...texts].join(`\n${'-'.repeat(72)}\n\n`));
}
