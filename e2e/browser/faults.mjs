// The tests test themselves: a page with every fault that they are there to find, and each is found.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stage, theBrowser } from './lib/journey.mjs'
import { Person } from './lib/person.mjs'

const found = async (path, way, ...faults) => {
  const p = await Person.arrives(await theBrowser(), stage.desks.faulty, { language: 'en', width: 'desktop', script: true, ...way })
  let said = ''
  try {
    await p.opens(path)
    await p.leaves()
  } catch (e) {
    said = e.message
  }
  await p.context.close()
  for (const f of faults) assert.match(said, f)
}

test('what no page may do is noticed', () => found('/elsewhere', {},
  /asks http:\/\/localhost/, /the console says/, /breaks its policy: style-src-attr/, /content policy is “”|a script failed: no such thing/))
test('a page without a policy is noticed', () => found('/bare', {}, /its content policy is “”/))
test('a page with an unsafe policy is noticed', () => found('/unsafe', {}, /unsafe-inline/))
test('a page that scrolls sideways is noticed', () => found('/wide', {}, /px wide in 1280/))
test('axe is asked, in the light, in the dark and at 360 px', () => found('/axe', { inspects: true },
  /axe: image-alt/, /axe: heading-order/, /axe, dark: color-contrast/, /axe at 360 px: target-size/, /scrolls sideways at 360 px/))
test('a page that catches the keys is noticed', () => found('/trap', { keys: true }, /the keys are caught/))
test('a page without a skip link is noticed', () => found('/noskip', { keys: true }, /not the skip link/))
test('a focus that nobody sees is noticed', () => found('/unseen', { keys: true }, /the focus is not seen on a/))
test('a focus behind something is noticed', () => found('/hidden', { keys: true }, /the focus is hidden on a/))
test('what no key reaches is noticed', () => found('/unreached', { keys: true }, /the keys reach \d+ of \d+/))
