// Somebody without an account complains, keeps the code and the proof of filing, and anyone can verify that proof; the Ombudsperson
// upholds the complaint, the Party does what it must, a change of practice is recommended and answered; the person reads it all by
// the code.
import assert from 'node:assert/strict'
import { control, journey, labels } from './lib/journey.mjs'
import { reasons } from './lib/north.mjs'

const who = 'Mirela Ansov'

journey('complaint', async ({ be, comes, say, settle, way }) => {
  const f = labels('complaint', way)
  const person = await comes('secretariat')
  await person.opens('/public')
  await person.settlesOn()
  await person.follows(say('portal.way.complain'))
  await person.follows(say('portal.door.begin', { title: 'Complaint' }))
  await person.presses(say('step.review'), {
    [say('side.choose', { side: 'Concerned' })]: 'Republic of Arland',
    [f('complainant')]: who, [f('told_in')]: 'writing', [f('language')]: 'Belmarkian', [f('named')]: say('no'),
    [f('grievance')]: 'My son was held for nine hours at lane four.', [f('matter')]: 'A person was held for nine hours.', [f('asks')]: 'reasons',
  })
  await person.reads(say('review.state'), who)
  await person.presses(say('portal.file.send'))
  await person.reads(say('mailbox.heading.filed'), say('mailbox.yours.note'))
  const code = await person.text(person.page.locator('.access-code'))
  const reference = /[0-9a-f]{8}/.exec(await person.page.title())[0]
  await person.presses(say('mailbox.kept'), { [say('mailbox.again')]: code.replace(/.$/, (c) => (c === 'X' ? 'Y' : 'X')) }, { status: 422 })
  await person.presses(say('mailbox.kept'), { [say('mailbox.again')]: code })
  await person.lacks(code)
  await settle()
  await control('vouched')
  await person.awaits(say('mailbox.proof.logged'), say('proof.cosigned', { party: 'Office of the Ombudsperson' }))
  const proof = await person.saves(say('mailbox.proof.save'), 'button')

  // Anyone can verify the proof, at any node, and a changed one does not hold.
  const anyone = await comes('ombuds')
  await anyone.opens('/public/verify')
  await anyone.settlesOn()
  await anyone.presses(say('verify.do'), { [say('verify.paste')]: proof })
  await anyone.reads(say('verify.true'), say('verify.vouched'), say('verify.not'))
  await anyone.lacks(who)
  const changed = proof.replace(/sha256:(.)/, (_, c) => `sha256:${c === 'A' ? 'B' : 'A'}`)
  assert.notEqual(changed, proof)
  await anyone.presses(say('verify.do'), { [say('verify.paste')]: changed })
  await anyone.lacks(say('verify.holds', { kind: say('verify.kind.proof-of-filing') }))

  // The Ombudsperson reads it, names and all; the Party complained of does not read who complains.
  const ombuds = await be('ombuds', 'Ola Renn')
  await ombuds.navigates('nav.cases')
  await ombuds.follows(reference)
  const path = ombuds.path
  await ombuds.reads(who)
  const liaison = await be('arland', 'Rhea Holt')
  const does = async (party, step, answers = {}) => {
    await party.opens(path)
    await party.turnsTo(step)
    await party.presses(say('step.review'), answers)
    await party.presses(say('review.sign'))
    await settle()
  }
  const why = { [reasons(way)]: 'Nine hours were not needed, and nobody wrote down why.' }
  await does(ombuds, 'Declare the complaint admissible', why)
  await liaison.opens(path)
  await liaison.reads('A person was held for nine hours.')
  await liaison.lacks(who)
  await does(liaison, 'Answer the complaint', { [f('answer')]: 'The lane was short of staff.' })
  await does(ombuds, 'Uphold the complaint', { [f('remedy')]: 'apology', [f('order')]: 'Apologise, and say why.', ...why })
  await does(liaison, 'Report what was done', { [f('done')]: 'An apology was written.' })
  await does(ombuds, 'Ascertain that the complaint is remedied')
  await does(ombuds, 'Recommend a change of rule or practice', { [f('policy')]: 'Whoever is held longer than two hours is told why, in writing.', ...why })
  await does(liaison, 'Answer the recommendation', { [f('policy_answer')]: 'The instruction was changed on 1 June.' })

  // The person comes back with the code alone.
  await person.presses(say('mailbox.close'))
  await person.opens('/public/mailbox')
  await person.presses(say('mailbox.open'), { [say('mailbox.code')]: code.toLowerCase() })
  await person.reads('Remedied, and the recommendation answered')
  assert.ok(!person.page.url().includes(code), 'the code stands in an address')
})
