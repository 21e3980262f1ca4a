// A picture of each state that is asked for, as WebP: the first three screens at most, so that the pictures stay small.
import { writeFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { stage, theBrowser } from './lib/journey.mjs'
import { sizes } from './lib/person.mjs'

const base = Object.values(stage.desks)[0]

describe('pictures', { concurrency: 2 }, () => {
  for (const shot of stage.shots) {
    it(`${shot.state} ${shot.width} ${shot.language} ${shot.scheme}`, { timeout: 60_000 }, async () => {
      const context = await (await theBrowser()).newContext({ viewport: sizes[shot.width], colorScheme: shot.scheme, reducedMotion: 'reduce' })
      try {
        const page = await context.newPage()
        await page.goto(`${base}/gallery/${shot.state}?language=${shot.language}&scheme=${shot.scheme}`)
        const high = Math.min(await page.evaluate(() => document.documentElement.scrollHeight), shot.width === 'phone' ? 2000 : 1400)
        await page.setViewportSize({ width: sizes[shot.width].width, height: high })
        const session = await context.newCDPSession(page)
        const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 40 })
        writeFileSync(shot.file, Buffer.from(data, 'base64'))
      } finally {
        await context.close()
      }
    })
  }
})
