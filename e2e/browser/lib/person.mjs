// A person before a browser: reads what stands on the page, follows links by their words, fills in forms by their labels.
// How they do it, with a pointer or by keys alone, is their hand.
import assert from 'node:assert/strict'
import { watch } from './watch.mjs'
import { inspect } from './inspect.mjs'
import { words, marks } from './words.mjs'
import { keyboard } from './keyboard.mjs'
import { pointer } from './pointer.mjs'

export const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } }

const tidy = (s) => s.replace(marks, '').replace(/\s+/g, ' ').trim()

// Names and numbers stand between marks of direction, which nobody sees: words are found with and without.
const loose = (s) => [...s].map((c) => c.replace(/[.*+?^${}()|[\]\\]/, '\\$&')).join(marks.source + '*')
const holds = (s) => (s instanceof RegExp ? s : new RegExp(loose(s)))
const begins = (s) => (s instanceof RegExp ? s : new RegExp('^\\s*' + marks.source + '*' + loose(s)))

export class Person {
  // way: { language, width: 'desktop' | 'phone', script, keys, inspects }
  static async arrives(browser, base, way, looked = new Set()) {
    const context = await browser.newContext({
      viewport: sizes[way.width], isMobile: way.width === 'phone', hasTouch: way.width === 'phone', javaScriptEnabled: way.script,
      acceptDownloads: true, locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(30_000)
    const p = new Person()
    p.context = context
    p.page = await context.newPage()
    p.base = base
    p.way = way
    p.say = words(way.language)
    p.looked = looked
    p.watched = await watch(context, p.page, way.script)
    p.hand = way.keys ? keyboard(p) : pointer(p)
    return p
  }

  // opens an address of this site, as from a bookmark.
  async opens(path) {
    await this.arrived(() => this.page.goto(new URL(path, this.base).href))
  }

  // arrived does something that leads to another page, and looks at that page as it must always be.
  async arrived(does, status = 200) {
    const answer = this.page.waitForResponse((r) => r.request().isNavigationRequest() && !(r.status() >= 300 && r.status() < 400))
    await Promise.all([this.page.waitForEvent('load'), answer, does()])
    this.status = (await answer).status()
    if (this.status !== status) assert.fail(`${this.page.url()}: status ${this.status}, expected ${status}: ${await this.text()}`)
    await this.page.locator('h1').first().waitFor()
    const wide = await this.page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])
    if (wide[0] > wide[1]) this.watched.fault(`the page is ${wide[0]} px wide in ${wide[1]}`)
    const side = await this.page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])
    if (this.settled) assert.deepEqual(side, [this.way.language, this.way.language === 'ar' ? 'rtl' : 'ltr'])
    if (!this.way.inspects && !this.way.keys) return
    const kind = this.path.replace(/[0-9a-f]{16,}/g, '…') + ' ' + (await this.page.locator('h1').first().innerText()).replace(/[0-9]+/g, '…')
    if (this.looked.has(kind)) return // once at each kind of page
    this.looked.add(kind)
    if (this.way.inspects) await inspect(this.page, (what) => this.watched.fault(what))
    if (this.way.keys) await this.hand.looks()
  }

  // speaks chooses the own language by the menu that every page has.
  async speaks(name) {
    await this.hand.opens(this.page.locator('.langs summary'))
    await this.arrived(() => this.hand.follows(this.page.locator('.langs a', { hasText: name })))
    this.settled = true
  }

  async text(of = this.page.locator('main')) { return tidy(await of.innerText()) }

  async reads(...texts) {
    const page = await this.text()
    for (const t of texts) {
      const found = t instanceof RegExp ? t.test(page) : page.includes(tidy(t))
      assert.ok(found, `${this.page.url()}: nobody reads “${t}” there: ${page}`)
    }
  }

  async lacks(...texts) {
    const page = tidy(await this.page.locator('html').textContent())
    for (const t of texts) assert.ok(!page.includes(tidy(t)), `${this.page.url()}: “${t}” is on the page`)
  }

  // awaits looks again until the words are there: what another node says comes when it comes.
  async awaits(...texts) {
    const end = Date.now() + 30_000
    for (;;) {
      const page = await this.text()
      if (texts.every((t) => page.includes(tidy(t)))) return
      if (Date.now() > end) return this.reads(...texts)
      await new Promise((r) => setTimeout(r, 150))
      await this.arrived(() => this.page.reload())
    }
  }

  // follows the link with these words, the first in reading order.
  async follows(text, { within = this.page.locator('body'), status = 200 } = {}) {
    const link = within.getByRole('link', { name: holds(text) }).first()
    await this.arrived(() => this.hand.follows(link), status)
  }

  // navigates by the list of pages, which a phone keeps behind a button.
  async navigates(key) {
    const link = this.page.locator('#nav a', { hasText: this.say(key) })
    if (this.way.width === 'phone') await this.hand.opens(this.page.locator('.menu-btn'))
    await this.arrived(() => this.hand.follows(link))
  }

  // turns to a step on the page of a case: one of several is unfolded, a single one lies open.
  async turnsTo(step) {
    const summary = this.page.locator('main summary', { hasText: holds(step) })
    if (await summary.count() === 0) {
      assert.ok(await this.page.locator('main h3', { hasText: holds(step) }).count() > 0, `${this.page.url()}: the step “${step}” is not offered: ${await this.text()}`)
      return
    }
    if (!(await summary.first().evaluate((e) => e.parentElement.open))) await this.hand.opens(summary.first())
  }

  // fills in the form that has this button: answers by question. A question is the words above the field.
  async fills(button, answers) {
    const form = await this.form(button)
    for (const [question, answer] of Object.entries(answers)) await this.answers(form, question, answer)
  }

  async form(button) {
    const forms = this.page.locator('form').filter({ has: this.page.getByRole('button', { name: holds(button) }) }).filter({ visible: true })
    const n = await forms.count()
    if (n === 0) assert.fail(`${this.page.url()}: no form with the button “${button}”: ${await this.text()}`)
    return forms.first()
  }

  async answers(form, question, answer) {
    const group = form.locator('fieldset').filter({ has: this.page.locator('> legend', { hasText: begins(question) }) })
    if (await group.count() > 0) {
      const last = group.last() // the innermost, where groups stand in groups
      if (typeof answer === 'object') {
        for (const [part, a] of Object.entries(answer)) await this.answers(last, part, a)
        return
      }
      return this.hand.chooses(last.getByRole('radio', { name: begins(answer) }).first())
    }
    const field = form.getByLabel(begins(question)).first()
    if (await field.count() === 0) assert.fail(`${this.page.url()}: the form does not ask “${question}”: ${await this.text(form)}`)
    const kind = await field.evaluate((e) => e.tagName === 'SELECT' ? 'select' : e.type)
    if (kind === 'select') return this.hand.selects(field, answer)
    if (kind === 'file') return field.setInputFiles(answer) // the system's own window opens there; no page can be driven in it
    if (kind === 'checkbox') return this.hand.ticks(field, answer)
    return this.hand.writes(field, answer, kind)
  }

  // presses a button, after filling in the form that it belongs to.
  async presses(button, answers = {}, { status = 200 } = {}) {
    await this.fills(button, answers)
    const at = (await this.form(button)).getByRole('button', { name: holds(button) }).first()
    await this.arrived(() => this.hand.presses(at), status)
  }

  // saves the file behind a link or a button.
  async saves(text, role = 'link') {
    const at = this.page.getByRole(role, { name: holds(text) }).first()
    const [download] = await Promise.all([this.page.waitForEvent('download'), role === 'link' ? this.hand.follows(at) : this.hand.presses(at)])
    const parts = []
    for await (const part of await download.createReadStream()) parts.push(part)
    return Buffer.concat(parts).toString('utf8')
  }

  // settlesOn chooses the language of the way, where somebody has just come in.
  async settlesOn() {
    if (this.way.language !== 'en') await this.speaks({ ar: 'العربية' }[this.way.language])
    this.settled = true
    const weight = await this.watched.weight()
    if (weight > 100_000) this.watched.fault(`as a first page it weighs ${weight} bytes`)
  }

  // is at the desk: chooses whom to be, by the door's list.
  async is(name) {
    await this.opens('/')
    await this.settlesOn()
    await this.presses(this.say('login.as', { name }))
  }

  // enters by the link that whoever looks after the node's people gave.
  async enters(link) {
    await this.opens(link)
    await this.settlesOn()
  }

  get path() { return new URL(this.page.url()).pathname }

  async leaves() {
    const faults = [...this.watched.faults]
    await this.context.close()
    if (faults.length > 0) assert.fail(faults.join('\n'))
  }
}
