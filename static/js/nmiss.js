// Wakes the GOV.UK components. Every page works without this file.
// The address of the GOV.UK script carries a digest of its content, so the page names it.

const { initAll } = await import(document.body.dataset.govukScript)

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// A page that waits for the worker looks again by itself; "Check again" does the same by hand.
if (document.querySelector('[data-nmiss-waits]')) setTimeout(() => location.reload(), 3000)
