// A judge's own passkey: made on the judge's device, certified after two people compared its fingerprint, and the hand that signs. The device is
// one that the browser plays (its WebAuthn domain); every answer of it is as real to the desk as any other.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chromium } from 'playwright-core'

const stage = JSON.parse(process.env.ENTENTE_STAGE)
const browser = await chromium.connect(process.env.ENTENTE_BROWSER)

async function control(path, body = {}) {
  const res = await fetch(`${stage.control}/${path}`, { method: 'POST', body: JSON.stringify(body) })
  assert.equal(res.status, 200, await res.text())
}

async function person(party, name, options = {}) {
  const context = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(stage.desks[party] + '/login')
  await page.getByRole('button', { name: `Be ${name}` }).click()
  await page.waitForURL((u) => u.pathname === '/')
  return { context, page }
}

// device gives a browser a phone with a finger on it.
async function device(page) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  return { cdp, authenticatorId }
}

const text = (page) => page.locator('main').innerText()

test('passkey', async (t) => {
  const judge = await person('belmark', 'Judge Vantor')
  const { page } = judge
  const phone = await device(page)

  await t.test('it is made', async () => {
    await page.goto(stage.desks.belmark + '/settings')
    assert.match(await text(page), /You have no passkey/)
    await page.getByRole('link', { name: 'Make a passkey' }).click()
    await page.getByLabel('Name of the passkey').fill('office laptop')
    await page.getByRole('button', { name: 'Make it with this device' }).click()
    await page.waitForURL(/said=passkey-made/)
    assert.match(await text(page), /office laptop/)
    assert.match(await text(page), /not certified yet/i)
  })

  await t.test('another person certifies it after both compared its fingerprint', async () => {
    const mine = await page.locator('#keys ~ section .fingerprint').first().innerText()
    await page.getByRole('button', { name: 'Ask in this exercise' }).click()
    await page.waitForURL(/said=key-asked/)
    assert.equal(await page.getByRole('button', { name: 'It is the same: certify' }).count(), 0, 'nobody certifies their own key')
    const other = await person('belmark', 'Oren Tal')
    await other.page.goto(stage.desks.belmark + '/settings')
    assert.equal(await other.page.locator('#registry ~ ul .fingerprint').first().innerText(), mine)
    await other.page.getByRole('button', { name: 'It is the same: certify' }).click()
    await other.page.waitForURL(/said=key-certified/)
    await other.context.close()
    await page.goto(stage.desks.belmark + '/settings')
    assert.match(await text(page), /Passkey .office laptop./)
  })

  await t.test('it signs a decision, and the other side takes it', async () => {
    const asking = await person('arland', 'Pia Anselm')
    const p = asking.page
    await p.goto(stage.desks.arland + '/cases')
    await p.getByRole('link', { name: 'Ask for assistance' }).first().click()
    const fill = async (name, value) => p.locator(`[name="${name}"]`).fill(value)
    const choose = async (name, value) => p.locator(`[name="${name}"][value="${value}"]`).check()
    await fill('f.offence.description', 'Smuggling of persons')
    await fill('f.offence.provision', 'Penal Code, section 201')
    await choose('f.offence.punishable_in_both', 'yes')
    await fill('f.facts', 'Two lorries crossed at night.')
    await fill('f.measure', 'Location of one telephone for seven days.')
    await fill('f.person', 'Ilyan Voss')
    await choose('f.urgency', 'ordinary')
    await choose('f.assessment_proportionality.milder', 'no')
    await choose('f.assessment_proportionality.weight', 'yes')
    await p.getByRole('button', { name: 'Read it over' }).click()
    await p.getByRole('button', { name: 'Sign and send' }).click()
    await p.waitForURL(/\/cases\/[0-9a-f]+/)
    const path = new URL(p.url()).pathname
    await control('settle')

    await page.goto(stage.desks.belmark + path + '/steps/authorise')
    await page.locator('[name="f.reasons"]').fill('Necessary and proportionate.')
    await page.locator('main form').filter({ has: page.locator('[name="f.reasons"]') }).locator('button:not([name])').first().click()
    await page.getByRole('button', { name: 'Sign with your passkey and send' }).click()
    await page.waitForURL(/said=signed/)
    assert.match(await text(page), /signed by the person’s own key/)
    await control('settle')
    await p.goto(stage.desks.arland + path)
    assert.match(await text(p), /signed by the person’s own key/)
    await asking.context.close()
  })

  await t.test('it logs in, and without a hand on it does not', async () => {
    await page.getByRole('button', { name: 'Log out' }).click()
    await page.waitForURL(/\/login/)
    await phone.cdp.send('WebAuthn.setUserVerified', { authenticatorId: phone.authenticatorId, isUserVerified: false })
    await page.getByRole('button', { name: 'Log in with a passkey' }).click()
    await page.getByText('Your device gave no passkey').waitFor()
    await phone.cdp.send('WebAuthn.setUserVerified', { authenticatorId: phone.authenticatorId, isUserVerified: true })
    await page.getByRole('button', { name: 'Log in with a passkey' }).click()
    await page.waitForURL((u) => u.pathname === '/')
    assert.match(await page.locator('header').innerText(), /Judge Vantor/)
    await page.goto(stage.desks.belmark + '/settings')
    assert.match(await page.locator('#devices ~ table').innerText(), /passkey/)
  })

  await t.test('without script the pages say what is missing', async () => {
    const bare = await person('belmark', 'Judge Vantor', { javaScriptEnabled: false })
    await bare.page.goto(stage.desks.belmark + '/settings/passkeys/new')
    assert.match(await text(bare.page), /This needs script in your browser/)
    assert.equal(await bare.page.getByRole('button', { name: 'Make it with this device' }).count(), 0)
    await bare.context.close()
  })
  await judge.context.close()
})

test.after?.(() => browser.close())
