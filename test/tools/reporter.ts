import type { Reporter, TestModule } from 'vitest/node';

/** The last line of a test run: how many passed and failed, alone and uncoloured; the skipped by name above it. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    let [passed, failed, skipped] = [0, unhandled.length, 0];
    for (const module of modules) {
      if (module.errors().length > 0) failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        else if (state === 'skipped') {
          skipped += 1;
          process.stdout.write(`skipped: ${test.fullName}\n`);
        } else failed += 1;
      }
    }
    const rest = skipped > 0 ? `, ${skipped} skipped` : '';
    process.stdout.write(`\n${passed} passed, ${failed} failed${rest}\n`);
  }
}
