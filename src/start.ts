import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

/**
 * Runs the bundle with the code that V8 compiled for it when it was built, which halves the time to start. A cache from
 * another version of Node is refused by V8 itself, and then the bundle is compiled as usual.
 */
const filename = path.join(__dirname, 'main.cjs');
const wrapper = new Script(`(function (require, __dirname) {${readFileSync(filename, 'utf8')}\n})`, {
  filename,
  cachedData: cacheBeside(filename),
});
wrapper.runInThisContext()(createRequire(filename), __dirname);

// The build asks for the cache once everything that a run needs has been compiled.
const cacheFile = process.env['RESURS_BUILD_CACHE'];
if (cacheFile !== undefined) {
  process.on('exit', () => createRequire(filename)('node:fs').writeFileSync(cacheFile, wrapper.createCachedData()));
}

function cacheBeside(bundle: string): Buffer | undefined {
  try {
    return readFileSync(`${bundle}.cache`);
  } catch {
    return undefined;
  }
}
