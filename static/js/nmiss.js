// Wakes the GOV.UK components. Every page works without this file.
// The address of the GOV.UK script carries a digest of its content, so the page names it.

const { initAll } = await import(document.body.dataset.govukScript)

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// Whoever leaves a page with something typed that was not sent is asked first, by the browser.
// Passwords and codes are nothing to lose.
const unsaved = new Set()
document.addEventListener('input', ({ target: { form } }) => {
  const isSecret = form?.querySelector('.govuk-password-input, [autocomplete=one-time-code]')
  if (form?.method === 'post' && !isSecret) unsaved.add(form)
})
document.addEventListener('submit', (event) => unsaved.delete(event.target))
addEventListener('beforeunload', (event) => {
  if (unsaved.size) event.preventDefault()
})

// A page that waits for the worker asks by itself how far it is, until it is told to stop. It is
// loaded anew once, at the end, which is read out first. "Check again" does the same by hand.
const waits = document.querySelector('[data-nmiss-waits]')
if (waits) waitFor(waits)

function waitFor(place) {
  const said = place.querySelector('[role=status]')
  const stop = document.createElement('button')
  Object.assign(stop, { type: 'button', className: 'govuk-button govuk-button--secondary', textContent: 'Stop checking' })
  place.append(stop)
  let timer = setTimeout(look, 3000)
  stop.addEventListener('click', () => {
    clearTimeout(timer)
    timer = null
    stop.remove()
    said.textContent = 'We have stopped checking. Choose “Check again” to see the result.'
  })

  async function look() {
    const page = await fetch(location, { redirect: 'manual' }).then((answer) => answer.text()).catch(() => '')
    if (timer === null) return
    const now = new DOMParser().parseFromString(page, 'text/html')
    const still = now.querySelector('[data-nmiss-waits] [role=status]')
    if (page && !still) {
      said.textContent = now.title
      if (!unsaved.size) setTimeout(() => location.reload(), 1000)
      return
    }
    if (still && still.textContent !== said.textContent) said.textContent = still.textContent
    timer = setTimeout(look, 3000)
  }
}

// Where something is being made ready, its panel follows; what is typed beside it stays.
const progress = document.querySelector('[data-nmiss-progress]')
if (progress) setTimeout(follow, 2000)

async function follow() {
  const page = await fetch(location, { redirect: 'manual' }).then((answer) => answer.text()).catch(() => '')
  const now = new DOMParser().parseFromString(page, 'text/html')
  const panel = now.querySelector('[data-nmiss-progress]')
  if (panel && panel.textContent !== progress.textContent) progress.replaceChildren(...panel.childNodes)
  if (!panel && page) progress.textContent = progress.dataset.nmissProgress
  else setTimeout(follow, 2000)
}

// Five minutes before the session ends, a dialog asks whether to stay. Without this file the page
// says until when one is signed in. A page that is opened in another window counts here, too.
const session = document.querySelector('dialog[data-nmiss-signed-in-until]')
if (session) watchSession(session)

function watchSession(dialog) {
  const warnBefore = 5 * 60 * 1000
  const windows = new BroadcastChannel('nmiss-session')
  const stay = dialog.querySelector('[data-nmiss-stay]')
  let until = Number(dialog.dataset.nmissSignedInUntil) * 1000
  let timers = []

  const ended = () => {
    dialog.querySelector('[data-nmiss-still-in]').hidden = true
    dialog.querySelector('[data-nmiss-out]').hidden = false
    dialog.querySelector('h2').textContent = 'You are signed out'
    stay.textContent = 'Close'
    warn()
  }
  const warn = () => dialog.open || dialog.showModal()
  const wait = () => {
    timers.forEach(clearTimeout)
    const left = until - Date.now()
    timers = [setTimeout(warn, left - warnBefore), setTimeout(ended, left)]
  }
  const renewed = (later) => {
    until = Math.max(until, later)
    if (until - Date.now() > warnBefore) dialog.close()
    wait()
  }

  stay.addEventListener('click', async () => {
    if (Date.now() >= until) return dialog.close()
    const answer = await fetch(dialog.dataset.nmissRenew, { redirect: 'manual' })
    if (!answer.ok) return ended()
    renewed(Date.now() + (await answer.json()).seconds * 1000)
    dialog.close()
    windows.postMessage(until)
  })
  windows.addEventListener('message', (message) => renewed(message.data))
  windows.postMessage(until)
  wait()
}

// A table takes the focus of the keyboard only where it is wider than its place.
const place = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0
    else target.removeAttribute('tabindex')
  }
})
for (const region of document.querySelectorAll('.nmiss-scroll')) place.observe(region)

// What is asked in a form of prices is added up while it is typed: pounds a year over all children.
// Without this file the button "Work it out" says the same.
const sum = document.querySelector('[data-nmiss-sum]')
if (sum) addUp(sum)

function addUp(said) {
  const form = said.closest('form')
  const boxes = [...form.querySelectorAll('[data-nmiss-now]')]
  const style = { style: 'currency', currency: 'GBP', trailingZeroDisplay: 'stripIfInteger' }
  const pounds = new Intl.NumberFormat('en-GB', style)
  const toPenny = (value) => Math.round(Number((value * 100).toPrecision(12))) / 100
  const read = (box) => {
    const plain = box.value.replace(/[£,%\s]/g, '')
    return plain === '' || Number.isNaN(Number(plain)) ? null : Number(plain)
  }
  const work = () => {
    const percent = read(form.elements.percent)
    const children = new Set()
    let before = 0
    let asked = 0
    for (const box of boxes) {
      const now = Number(box.dataset.nmissNow)
      let amount = read(box)
      if (amount === null && percent !== null && now) amount = toPenny(now * (100 + percent) / 100)
      if (amount === null) continue
      children.add(box.dataset.nmissChild)
      before += toPenny(now * box.dataset.nmissAYear)
      asked += toPenny(amount * box.dataset.nmissAYear)
    }
    const more = toPenny(asked - before)
    const share = before ? ` (${Number((more * 100 / before).toFixed(2))}%)` : ''
    const count = `${children.size} ${children.size === 1 ? 'child' : 'children'}`
    said.hidden = !children.size
    said.textContent = `For ${count}: ${pounds.format(toPenny(asked))} a year, ${pounds.format(more)} more than now${share}.`
  }
  let timer = null
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(work, 400)
  })
  work()
}
