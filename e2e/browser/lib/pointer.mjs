// The hand that points: a mouse on a desk, a finger on a phone.

export function pointer(person) {
  const touch = person.way.width === 'phone'
  const hit = (at) => (touch ? at.tap() : at.click())
  return {
    follows: hit,
    opens: hit,
    presses: hit,
    chooses: (radio) => hit(radio.locator('xpath=ancestor::label[1]')),
    ticks: async (box, on) => { if ((await box.isChecked()) !== on) await hit(box) },
    selects: (list, option) => list.selectOption({ label: option }),
    writes: async (field, text) => {
      await hit(field)
      await field.fill(text)
    },
  }
}
