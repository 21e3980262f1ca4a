// What several journeys at the Northgate crossing have in common.

export async function asksForAssistance(person, { urgency }) {
  const { say } = person
  await person.presses(say('step.review'), {
    Offence: { 'Offence, in words': 'Smuggling of persons', 'Provision of the requesting': 'Penal Code, section 201', 'Punishable in both': say('yes') },
    Facts: 'Two lorries crossed at night.',
    'Measure': 'Location of one telephone for seven days.',
    'Person concerned': 'Ilyan Voss',
    Urgency: urgency,
    'Would a milder measure do': 'no',
    'Is the measure in proportion': 'yes',
  })
  await person.reads(say('review.state'))
  await person.presses(say('review.sign'))
}

// reasons is the desk's own label for what a reasoned step asks.
export const reasons = (way) => ({ en: 'Reasons', ar: 'الأسباب' })[way.language]
