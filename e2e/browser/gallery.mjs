// Every state of the gallery in English and Arabic; in the build of each change every other one in each, all of them by make journeys.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { stage, theBrowser } from './lib/journey.mjs'
import { inspect } from './lib/inspect.mjs'
import { watch } from './lib/watch.mjs'

const base = Object.values(stage.desks)[0]
const index = await (await fetch(`${base}/gallery`)).text()
const states = [...new Set([...index.matchAll(/href="\/gallery\/([a-z0-9-]+)"/g)].map((m) => m[1]))]

// Several tabs, so that neither core waits for the other.
const tabs = []
async function tab() {
  if (tabs.length > 0) return tabs.pop()
  const context = await (await theBrowser()).newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  return { page, watched: await watch(context, page, true) }
}

it('the gallery has states', () => assert.ok(states.length > 30, `${states.length} states`))

const every = process.env.ENTENTE_WAYS === 'all'
const languages = (state, i) => (state === '' ? ['en'] : every ? ['en', 'ar'] : [['en', 'ar'][i % 2]]) // the index itself is the makers' and speaks English

describe('gallery', { concurrency: 3 }, () => {
  for (const [i, state] of ['', ...states].entries()) {
    for (const language of languages(state, i)) {
      it(`${state || 'index'} ${language}`, { timeout: 60_000 }, async () => {
        const t = await tab()
        const { page, watched } = t
        watched.faults.length = 0
        await page.goto(`${base}/gallery${state ? '/' + state : ''}?language=${language}`, { waitUntil: 'load' })
        assert.equal(await page.evaluate(() => document.documentElement.dir), language === 'ar' ? 'rtl' : 'ltr')
        await inspect(page, watched.fault)
        const weight = await watched.weight()
        if (weight > 100_000) watched.fault(`as a first page it weighs ${weight} bytes`)
        const faults = [...watched.faults]
        tabs.push(t)
        if (faults.length > 0) assert.fail(faults.join('\n'))
      })
    }
  }
})

// What draws a chart anew comes only when somebody reaches one, keeps to the same policy, and lets a month be chosen and read out.
for (const language of ['en', 'ar']) {
  it(`charts ${language}`, { timeout: 60_000 }, async () => {
    const { page, watched } = await tab()
    watched.faults.length = 0
    await page.goto(`${base}/gallery/public-figures?language=${language}`, { waitUntil: 'load' })
    const drawn = page.locator('svg.chart.plot')
    assert.equal(await drawn.count(), 0, 'a chart was drawn anew before anybody looked at it')
    await page.locator('figure[data-chart] svg.chart[tabindex]').first().focus()
    await drawn.first().waitFor()
    assert.ok(await drawn.first().evaluate((e) => e === document.activeElement), 'the focus is lost')
    await page.keyboard.press('End')
    const last = await page.locator('.chart-tip').first().innerText()
    await page.keyboard.press(language === 'ar' ? 'ArrowRight' : 'ArrowLeft')
    const before = await page.locator('.chart-tip').first().innerText()
    assert.ok(last.length > 10 && before.length > 10 && last !== before, `“${before}”, then “${last}”`)
    await inspect(page, watched.fault)
    if (watched.faults.length > 0) assert.fail(watched.faults.join('\n'))
  })
}
