// Tells the Go side of each test as it ends: one JSON object on a line.
export default async function* report(source) {
  for await (const event of source) {
    if (event.type === 'test:diagnostic' && event.data.nesting > 0) continue
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue
    const { name, details, skip, todo } = event.data
    const error = details.error
    if (String(skip).includes('does not match')) continue // not asked for, by -run
    if (details.type === 'suite' || error?.failureType === 'subtestsFailed') continue
    yield JSON.stringify({
      name,
      passed: event.type === 'test:pass',
      skipped: skip !== undefined || todo !== undefined,
      milliseconds: Math.round(details.duration_ms),
      message: error ? String(error.cause?.stack ?? error.cause ?? error.stack ?? error) : '',
    }) + '\n'
  }
}
