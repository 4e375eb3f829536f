// Has the browser make or use a passkey, and sends what it signed. Forms that need this stay
// hidden where it cannot be done, and the page says what to do instead.

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0))

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

const known = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }))

async function create ({ publicKey }) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...publicKey,
      challenge: bytes(publicKey.challenge),
      user: { ...publicKey.user, id: bytes(publicKey.user.id) },
      excludeCredentials: known(publicKey.excludeCredentials)
    }
  })
  return whole(made, {
    attestationObject: text(made.response.attestationObject),
    transports: made.response.getTransports?.() ?? []
  })
}

async function use ({ publicKey }) {
  const used = await navigator.credentials.get({
    publicKey: {
      ...publicKey,
      challenge: bytes(publicKey.challenge),
      allowCredentials: known(publicKey.allowCredentials)
    }
  })
  const { authenticatorData, signature, userHandle } = used.response
  return whole(used, {
    authenticatorData: text(authenticatorData),
    signature: text(signature),
    userHandle: userHandle ? text(userHandle) : null
  })
}

function whole (credential, response) {
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: { clientDataJSON: text(credential.response.clientDataJSON), ...response },
    clientExtensionResults: credential.getClientExtensionResults()
  }
}

const form = document.querySelector('[data-nmiss-passkey]')
const told = document.querySelector('[data-nmiss-passkey-unavailable]')
const failed = document.querySelector('[data-nmiss-passkey-failed]')

if (form && window.PublicKeyCredential) {
  const options = JSON.parse(document.getElementById('passkey-options').textContent)
  form.hidden = false
  told.hidden = true
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    failed.hidden = true
    try {
      const signed = form.dataset.nmissPasskey === 'create'
        ? await create(options.creation_options)
        : await use(options.request_options)
      form.elements.credential.value = JSON.stringify(signed)
      form.submit()
    } catch {
      failed.hidden = false
    }
  })
}
