// The one browser of a test run: prints where it is to be reached, and ends with whoever started it.
import { chromium } from 'playwright-core'
import { execFileSync } from 'node:child_process'

const path = execFileSync('sh', ['-c', 'command -v chromium']).toString().trim()
const server = await chromium.launchServer({
  executablePath: path,
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
console.log(server.wsEndpoint())
process.stdin.resume()
process.stdin.on('end', async () => {
  await server.close()
  process.exit(0)
})
