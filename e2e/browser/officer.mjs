// An officer checks a document, sees the hit, opens what it opens and asks for assistance; the other side's judge decides, its
// prosecutor answers, and the officer reads the answer.
import assert from 'node:assert/strict'
import { control, journey } from './lib/journey.mjs'
import { asksForAssistance, reasons } from './lib/north.mjs'

journey('officer', async ({ be, say, settle, way }) => {
  const officer = await be('arland', 'Officer Dessar')
  await officer.navigates('nav.check')
  await officer.follows('Is this document reported stolen?')
  await officer.reads('Kingdom of Belmark', say('check.leaves', { fields: '' }).split(':')[0])
  await officer.presses(say('check.ask'), { 'Document number': 'P 1234567', 'Issuing state': 'XB' })
  await officer.reads(say('answer.hits', { party: 'Kingdom of Belmark', n: 1 }), 'taken on a train', say('check.side.note'), say('check.next.note'))

  await officer.presses('Open the review of a hit')
  await officer.presses(say('step.review'))
  await officer.reads(say('review.state'), 'Republic of Arland', 'Shift supervisor')
  await officer.presses(say('review.sign'))
  await officer.reads('Hit, waits for comparison', say('silence.lapse'), say('proof.signed'))

  await officer.navigates('nav.cases')
  await officer.follows('Ask for assistance')
  await asksForAssistance(officer, { urgency: 'ordinary' })
  await officer.reads('Waits for the judge', say('silence.remain'))
  const path = officer.path
  await settle()

  const judge = await be('belmark', 'Judge Vantor')
  await judge.reads('Authorise the measure', 'refuse the measure', say('silent.you', { word: say('silence.remain') }))
  await judge.opens(path)
  await judge.lacks('Ilyan Voss')
  await judge.reads('Two lorries crossed at night.')
  await judge.turnsTo('Authorise the measure')
  await judge.presses(say('step.review.personal'), { [reasons(way)]: 'Necessary and proportionate: no other trace leads to the driver.' })
  await judge.reads(say('review.state'), say('review.held'))
  await judge.presses(say('review.sign'))
  await judge.reads('Authorised, waits for execution', say('proof.personal'))
  await settle()

  const prosecutor = await be('belmark', 'Oren Tal')
  await prosecutor.opens(path)
  await prosecutor.reads('Ilyan Voss')
  await prosecutor.opens(`${path}/steps/execute`)
  await prosecutor.presses(say('step.review'), {}, { status: 422 })
  await prosecutor.reads('What was obtained')
  await prosecutor.presses(say('step.review'), { 'What was obtained': 'The telephone was at Quell on 21 May.' })
  await prosecutor.presses(say('review.sign'))
  await prosecutor.reads('Executed and answered')
  await settle()

  await officer.navigates('nav.today')
  await officer.opens(path)
  await officer.reads('The telephone was at Quell on 21 May.', 'Executed and answered')
  await control('vouched')
  await officer.awaits(say('proof.cosigned', { party: 'Kingdom of Belmark' }))
  const proof = await officer.saves(say('proof.of', { number: 3 }))
  assert.match(proof, /entente/)
})
