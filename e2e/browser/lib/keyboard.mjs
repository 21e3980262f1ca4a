// The hand that has keys alone: Tab, Shift+Tab, Enter, Space, the arrows, and letters. It reaches a thing by walking there, and
// holds every stop on the way to what WCAG asks: that the focus is seen, and not hidden behind something.
import assert from 'node:assert/strict'

const most = 600 // stops on a page

export function keyboard(person) {
  const { page } = person
  const press = (key) => page.keyboard.press(key)

  // stop says what has the focus, and whether one can tell.
  const look = () => page.evaluate(() => {
    const e = document.activeElement
    if (!e || e === document.body || e === document.documentElement) return null
    const name = `${e.tagName.toLowerCase()}${e.id ? '#' + e.id : ''} “${(e.innerText || e.value || e.getAttribute('aria-label') || '').trim().slice(0, 40)}”`
    const style = getComputedStyle(e)
    const ringed = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
    const box = e.getClientRects()[0] ?? e.getBoundingClientRect()
    const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1)
    const top = document.elementFromPoint(x, y)
    const label = e.closest('label')
    const hidden = !(top && (e.contains(top) || top.contains(e) || label?.contains(top)))
    return { name, ringed, hidden, covered: hidden && top ? top.outerHTML.slice(0, 80) : '', size: [box.width, box.height] }
  })
  // A page that scrolls to what has the focus is there a moment later.
  const stop = async () => {
    let s = await look()
    for (let n = 0; s?.hidden && n < 10; n++) {
      await page.waitForTimeout(50)
      s = await look()
    }
    return s
  }
  const hold = (s) => {
    if (!s.ringed) person.watched.fault(`the focus is not seen on ${s.name}`)
    if (s.hidden) person.watched.fault(`the focus is hidden on ${s.name} by ${s.covered}`)
  }

  // walks tabs until the thing has the focus; it may wrap round the end of the page once.
  async function walks(at) {
    await at.waitFor()
    const there = await at.elementHandle()
    const arrived = () => there.evaluate((e) => e === document.activeElement)
    let ends = 0
    for (let n = 0; n < most; n++) {
      if (await arrived()) return
      await press('Tab')
      const s = await stop()
      if (s) hold(s)
      else if (++ends > 2) break
    }
    assert.fail(`${page.url()}: the keys do not reach ${await there.evaluate((e) => e.outerHTML.slice(0, 160))}`)
  }

  return {
    // looks walks a page from end to end: every stop once, in reading order, and out again.
    async looks() {
      await page.evaluate(() => { document.activeElement?.blur(); getSelection()?.removeAllRanges(); scrollTo(0, 0) })
      await press('Tab')
      const skip = await page.evaluate(() => document.activeElement?.className)
      assert.equal(skip, 'skip', `${page.url()}: the first stop is not the skip link`)
      hold(await stop())
      await press('Enter')
      const main = await page.evaluate(() => document.activeElement?.id)
      assert.equal(main, 'main', `${page.url()}: the skip link does not lead to the content`)
      await page.evaluate(() => { history.replaceState(null, '', location.pathname + location.search) }) // the address as it was
      await page.evaluate(() => document.activeElement?.blur())
      const tally = await page.evaluate(() => {
        const focusable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])'
        const radios = new Set()
        return [...document.querySelectorAll(focusable)].filter((e) => {
          if (e.disabled || !e.checkVisibility({ visibilityProperty: true })) return false
          if (e.type !== 'radio') return true
          const group = (e.form?.action ?? '') + e.name + [...document.forms].indexOf(e.form)
          if (radios.has(group)) return false // one stop for the group, the arrows within
          radios.add(group)
          return true
        }).length
      })
      let stops = 0
      await page.evaluate(() => { const s = document.querySelector('.skip'); s.focus(); })
      stops = 1
      for (; stops <= most; stops++) {
        await press('Tab')
        const s = await stop()
        if (!s) break
        if (await page.evaluate(() => document.activeElement.className === 'skip')) break // round the page without a pause at its end
        hold(s)
      }
      if (stops > most) assert.fail(`${page.url()}: the keys are caught on the page`)
      // A date field has a stop for each of its parts, so there may be more stops than things.
      assert.ok(stops >= tally, `${page.url()}: the keys reach ${stops} of ${tally} things`)
      await page.evaluate(() => { document.activeElement?.blur(); scrollTo(0, 0) })
    },
    async follows(link) {
      await walks(link)
      await press('Enter')
    },
    async opens(thing) {
      await walks(thing)
      await press('Space')
    },
    async presses(button) {
      await walks(button)
      await press('Enter')
    },
    async chooses(radio) {
      const wanted = await radio.elementHandle()
      const group = radio.locator('xpath=ancestor::fieldset[1]').locator('input[type=radio]')
      const chosen = group.and(page.locator(':checked'))
      await walks((await chosen.count()) > 0 ? chosen.first() : group.first())
      for (let n = 0; n < 100; n++) {
        if (await wanted.evaluate((e) => e === document.activeElement)) break
        await press('ArrowDown')
      }
      if (!(await wanted.evaluate((e) => e.checked))) await press('Space')
      assert.ok(await wanted.evaluate((e) => e.checked && e === document.activeElement), `${page.url()}: the keys do not choose it`)
    },
    async ticks(box, on) {
      await walks(box)
      if ((await box.isChecked()) !== on) await press('Space')
    },
    async selects(list, option) {
      await walks(list)
      const at = await list.evaluate((e, text) => [...e.options].findIndex((o) => o.label === text), option)
      assert.ok(at >= 0, `the list has no “${option}”`)
      await press('Home')
      for (let n = 0; n < at; n++) await press('ArrowDown')
      assert.equal(await list.evaluate((e) => e.selectedOptions[0]?.label), option)
    },
    async writes(field, text, kind) {
      await walks(field)
      if (kind === 'date' || kind === 'datetime-local') return writesDate(field, text)
      await press('ControlOrMeta+a')
      if (text === '') await press('Delete')
      else await page.keyboard.insertText(text) // what an input method does: the letters, without a key for each
      assert.equal(await field.inputValue(), text)
    },
  }

  // A date has parts; digits fill one and go on to the next. The order of the parts, and whether a day has twice twelve hours, is that
  // of the browser's own language.
  async function writesDate(field, text) {
    const [, y, m, d, h, min] = /^(\d+)-(\d+)-(\d+)(?:T(\d+):(\d+))?/.exec(text)
    const year = y.padStart(6, '0')
    const twelve = h ? String(h % 12 || 12).padStart(2, '0') + min + (h < 12 ? 'a' : 'p') : ''
    for (const keys of [m + d + year + twelve, d + m + year + (h ? h + min : '')]) {
      for (const k of keys) await press(k)
      if ((await field.inputValue()) === text) return
      await press('Shift+Tab')
      await walks(field)
    }
    assert.fail(`${page.url()}: the keys do not write the date ${text}: ${await field.inputValue()}`)
  }
}
