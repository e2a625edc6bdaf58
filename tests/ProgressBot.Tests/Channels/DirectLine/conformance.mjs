// Direct Line 3.0 as the real client library and plain requests see it. Prints "ok NAME" or "not ok NAME: REASON" per check.
// usage: node conformance.mjs ORIGIN PAGE_PACKAGE_JSON
import { checks } from './checks.mjs';
import { origin } from './client.mjs';
import './requests.mjs';
import './streams.mjs';

let failed = 0;
for (const [name, run] of checks) {
  try {
    await run();
    console.log(`ok ${name}`);
  } catch (failure) {
    failed++;
    console.log(`not ok ${name}: ${failure.message.split('\n').slice(0, 12).join(' | ')} ${failure.stack.match(/(requests|streams)\.mjs:\d+/)?.[0] ?? ''}`);
  }
}
console.log(`${checks.length - failed} of ${checks.length} at ${origin}`);
process.exit(failed ? 1 : 0);
