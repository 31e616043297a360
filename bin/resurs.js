#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const program = join(__dirname, '../dist/start.cjs');
if (existsSync(program)) require(program).run();
else {
  process.stderr.write('error: resurs is not built yet\n  Type npm ci, and then npm run build, in its folder.\n');
  process.exitCode = 2;
}
