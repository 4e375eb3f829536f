// Wakes the GOV.UK components. Every page works without this file.
// The address of the GOV.UK script carries a digest of its content, so the page names it.

const { initAll } = await import(document.body.dataset.govukScript)

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
