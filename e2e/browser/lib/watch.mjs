// What no page may do, whoever looks at it: ask another host, complain to the console, break its own content policy.

export async function watch(context, page, script) {
  const w = { faults: [], hosts: new Set(), sizes: new Map() }
  w.fault = (what) => {
    const line = `${page.url()}: ${what}`
    if (!w.faults.includes(line)) w.faults.push(line)
  }
  context.on('request', (r) => {
    const url = new URL(r.url())
    if (url.protocol === 'data:' || url.protocol === 'blob:') return
    w.hosts.add(url.host)
    if (url.hostname !== '127.0.0.1') w.fault(`asks ${r.url()}`)
    const from = r.isNavigationRequest() ? url.host : new URL(page.url()).host
    if (url.host !== from) w.fault(`asks another host than its own: ${r.url()}`)
  })
  context.on('response', async (r) => {
    if (r.request().resourceType() !== 'document' || (r.status() >= 300 && r.status() < 400)) return
    const policy = (await r.allHeaders())['content-security-policy'] ?? ''
    if (!policy.includes("default-src 'none'") || policy.includes('unsafe-')) w.fault(`its content policy is “${policy}”`)
  })
  // weight is what the page in view weighs for somebody who has nothing of it yet: all that it fetched, as it came over the wire.
  context.on('requestfinished', (r) => {
    if (r.frame() !== page.mainFrame()) return
    w.sizes.set(r.url(), r.sizes().then((s) => s.responseBodySize + s.responseHeadersSize).catch(() => 0))
  })
  w.weight = async () => {
    const fetched = await page.evaluate(() => performance.getEntriesByType('resource').map((e) => e.name))
    const all = await Promise.all([page.url(), ...fetched].map((url) => w.sizes.get(url) ?? 0))
    return all.reduce((a, b) => a + b, 0)
  }
  page.on('console', (m) => {
    if (m.type() !== 'error') return
    // The browser notes every answer beyond 399; that the page itself was such an answer is what the journey expects of it.
    if (/status of 4\d\d/.test(m.text()) && m.location().url === page.url()) return
    w.fault(`the console says: ${m.text()} (${m.location().url})`)
  })
  page.on('pageerror', (e) => w.fault(`a script failed: ${e.message}`))
  page.on('requestfailed', (r) => {
    if (r.failure()?.errorText !== 'net::ERR_ABORTED') w.fault(`${r.url()} failed: ${r.failure()?.errorText}`)
  })
  if (script) {
    await context.exposeBinding('ententeViolated', (_, what) => w.fault(what))
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (e) => globalThis.ententeViolated(`breaks its policy: ${e.violatedDirective} ${e.blockedURI} ${e.sample}`))
    })
  }
  return w
}
