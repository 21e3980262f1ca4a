// Somebody reports corruption without an account. What they write is sealed in their own browser to the investigator: it is on no line
// and no node in plain, and the investigator opens it with a key that no node has. Later the person says who they are, in the same way.
import assert from 'node:assert/strict'
import { journey, labels, stage } from './lib/journey.mjs'

const secret = 'The chief of the shift takes ten in the hundred.'
const name = 'Dor Hest of the motor pool'
const office = 'Investigator of the Office of the Ombudsperson'

// heard keeps all that a browser sends.
function heard(person) {
  const sent = []
  person.page.on('request', (r) => sent.push(r.url() + ' ' + (r.postData() ?? '')))
  return (...words) => {
    assert.ok(sent.length > 0)
    const all = sent.map((s) => s.replaceAll('+', ' ').replace(/%20/g, ' ')).join('\n')
    for (const w of words) assert.ok(!all.includes(w), `the browser sent “${w}”`)
  }
}

journey('report', async ({ be, comes, say, settle, way }) => {
  const f = labels('integrity-report', way)
  const person = await comes('secretariat')
  const unheard = heard(person)
  await person.opens('/public')
  await person.settlesOn()
  await person.follows(say('portal.way.complain'))
  await person.reads(say('portal.door.sealed.to', { role: office }))
  await person.follows(say('portal.door.begin', { title: 'Report of corruption or abuse' }))
  const report = { [say('side.choose', { side: 'Concerned' })]: 'Republic of Arland', [f('channel')]: 'writing', [f('subject')]: 'corruption', [f('account')]: secret }
  if (!way.script) { // nothing can be sealed: the page says so, and takes nothing in plain
    await person.reads(say('portal.seal.none'), say('portal.seal.none.mend', { role: office }))
    delete report[f('account')] // two controls bear these words, one of them for whoever has script
    await person.page.locator('[name="f.account"]').fill(secret)
    await person.presses(say('step.review'), report, { status: 422 })
    await person.reads(say('portal.seal.unsealed'))
    await person.lacks(secret)
    return
  }
  await person.reads(say('portal.seal.how', { role: office }))
  await person.presses(say('step.review'), report)
  await person.lacks(secret)
  await person.presses(say('portal.file.send'))
  await person.reads(say('mailbox.heading.filed'))
  const code = await person.text(person.page.locator('.access-code'))
  const reference = /[0-9a-f]{8}/.exec(await person.page.title())[0]
  await person.presses(say('mailbox.kept'), { [say('mailbox.again')]: code })
  await settle()

  const dina = await be('ombuds', 'Dina Faro')
  const unsaid = heard(dina)
  await dina.navigates('nav.cases')
  await dina.follows(reference)
  const path = dina.path
  await dina.reads(say('portal.unseal.heading'))
  await dina.lacks(secret)
  const opens = async (identity) => {
    await dina.page.locator('#unseal-key').setInputFiles({ name: 'investigator.identity', mimeType: 'text/plain', buffer: Buffer.from(identity) })
  }
  await opens(stage.stranger)
  await dina.page.getByText(say('portal.unseal.failed')).waitFor()
  await dina.lacks(secret)
  await opens(stage.identity)
  await dina.page.getByText(secret).waitFor()
  await dina.reads(secret, say('portal.unseal.done'))

  // The person says later who they are; nobody else can say it for them.
  await person.opens('/public/mailbox')
  await person.follows('Say who one is')
  await person.presses(say('step.review'), { [f('named')]: name })
  await person.lacks(name)
  await person.presses(say('portal.file.send'))
  await settle()
  await dina.opens(path)
  await dina.lacks(secret, name)
  await opens(stage.identity)
  await dina.page.getByText(name).waitFor()
  await dina.reads(secret, name)
  unheard(secret, name, 'ten in the hundred')
  unsaid('AGE-SECRET-KEY', secret, name)
})
