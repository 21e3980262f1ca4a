// A journey is told once and walked in every way in which it must work.
import { after, test } from 'node:test'
import { chromium } from 'playwright-core'
import { Person } from './person.mjs'
import { words } from './words.mjs'

export const stage = JSON.parse(process.env.ENTENTE_STAGE)

let browser
export function theBrowser() {
  browser ??= chromium.connect(process.env.ENTENTE_BROWSER)
  return browser
}
// leaves the browser to others; without it the script would wait for more to come.
export async function leaves() {
  await (await browser)?.close()
}
after(leaves)

// Each way: width, language, with script or without; by keys alone, or with a pointer. Two of them also look at every page with axe,
// one for each direction. The build of each change walks each by keys alone, and two of them in the way that is furthest from that; make journeys
// walks all of them in every way.
const every = process.env.ENTENTE_WAYS === 'all'
const ways = [
  { name: 'en desktop, keys alone', language: 'en', width: 'desktop', script: true, keys: true, always: true },
  { name: 'en desktop, without script', language: 'en', width: 'desktop', script: false },
  { name: 'en phone', language: 'en', width: 'phone', script: true, inspects: true },
  { name: 'en phone, without script', language: 'en', width: 'phone', script: false },
  { name: 'ar desktop', language: 'ar', width: 'desktop', script: true, inspects: true },
  { name: 'ar phone, without script', language: 'ar', width: 'phone', script: false, always: ['officer', 'complaint'] },
]
const walked = (way, name) => every || way.always === true || way.always?.includes(name)

export async function control(what, value = {}) {
  const r = await fetch(`${stage.control}/${what}`, { method: 'POST', body: JSON.stringify(value) })
  if (!r.ok) throw new Error(`${what}: ${await r.text()}`)
  return r.json()
}

// labels gives the words above the fields of a procedure's forms, in the language of the way.
export function labels(procedure, way) {
  return (field) => {
    const label = stage.fields[procedure][field]
    return label[way.language] ?? label.en ?? Object.values(label)[0]
  }
}

// journey registers a test for each way. tells gets the means: be(party, name) brings a person to their desk, say gives the project's
// words in the language of the way.
export function journey(name, tells, only = () => true) {
  for (const way of ways.filter((w) => walked(w, name)).filter(only)) {
    test(`${name}, ${way.name}`, { timeout: 300_000 }, async () => {
      const people = []
      const looked = new Set()
      const comes = async (party) => {
        const p = await Person.arrives(await theBrowser(), stage.desks[party], way, looked)
        people.push(p)
        return p
      }
      const be = async (party, who) => {
        const p = await comes(party)
        if (stage.links[who]) await p.enters(stage.links[who])
        else await p.is(who)
        return p
      }
      let failed
      try {
        await tells({ way, be, comes, say: words(way.language), settle: () => control('settle') })
      } catch (e) {
        failed = e
      }
      for (const p of people) {
        try {
          await p.leaves()
        } catch (e) {
          failed ??= e
        }
      }
      if (failed) throw failed
    })
  }
}
