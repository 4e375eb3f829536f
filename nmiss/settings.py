"""Settings: one file, every variation read from the environment (see .env.example)."""

from pathlib import Path

from csp.constants import SELF
from environs import Env

from nmiss.base.core.logs import logging_settings
from nmiss.machine import environment

BASE_DIR = Path(__file__).resolve().parent.parent

environment.load()
environment.refuse_to_start_without_settings()
environment.refuse_notify_without_template()
env = Env()

# Essentials
SECRET_KEY = env.str("SECRET_KEY")
DEBUG = env.bool("DEBUG", False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", [])
HTTPS = env.bool("HTTPS", False)

# The council
PRODUCT_NAME = env.str("PRODUCT_NAME", "NMISS Hub")
COUNCIL_NAME = env.str("COUNCIL_NAME", "Kent County Council")
HOME_AUTHORITY = env.str("HOME_AUTHORITY", "886")
OCDS_PREFIX = env.str("OCDS_PREFIX", "ocds-unregistered")
CONTACT_EMAIL = env.str("CONTACT_EMAIL", "nmiss-hub@council.example")
SCHOOL_TYPES = env.list("SCHOOL_TYPES", ["8", "10"])
SITE_URL = env.str("SITE_URL", f"http://localhost:{env.str('PORT', '') or 8000}")
INVITATION_DAYS = env.int("INVITATION_DAYS", 7)
INVITATIONS_A_DAY = env.int("INVITATIONS_A_DAY", 20)
INVITATIONS_OPEN = env.int("INVITATIONS_OPEN", 25)

# `make run` alone sets it: a file that is there while the demo is loaded, and says how far it is.
DEMO_PROGRESS = env.str("NMISS_DEMO_PROGRESS", "")
# The password of the demo's people, where its sign-in page lets them in by a click.
DEMO_CLICK = env.str("NMISS_DEMO_PASSWORD", "") if env.bool("NMISS_DEMO_CLICK", False) else ""

# Applications: each may import only from those listed below it.
INSTALLED_APPS = [
    "nmiss.demo",
    "nmiss.across.home",
    "nmiss.across.imports",
    "kpis",
    "placements",
    "contracts",
    "providers",
    "nmiss.base.files",
    "nmiss.base.accounts",
    "nmiss.base.core",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "crispy_forms_gds",
    "csp",
    "django_filters",
    "pghistory",
    "pgtrigger",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "nmiss.base.core.middleware.Traced",
    "nmiss.base.core.middleware.TryAgain",
    "nmiss.base.core.middleware.ReadOnce",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "nmiss.base.core.middleware.FewPowers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "nmiss.base.core.middleware.ShortPages",
    "nmiss.base.core.middleware.Readable",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "nmiss.base.accounts.session_limits.SessionLimits",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "nmiss.base.accounts.middleware.SecondFactorFirst",
    "nmiss.base.accounts.middleware.RememberBrowser",
    "nmiss.base.core.middleware.PrivatePages",
    "nmiss.base.core.middleware.AnswerConflicts",
    "nmiss.base.core.middleware.WhoAndWhere",
]
if DEMO_PROGRESS:
    MIDDLEWARE.insert(0, "nmiss.demo.loading.NobodySignsInYet")

ROOT_URLCONF = "nmiss.urls"
WSGI_APPLICATION = "nmiss.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "crispy_forms.templatetags.crispy_forms_tags",
                "nmiss.base.core.templatetags.components",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "nmiss.base.accounts.navigation.frame",
                "nmiss.demo.waiver.banner",
                "nmiss.demo.loading.panel",
            ],
        },
    },
]

# Data. Cache and sessions live in PostgreSQL, so that a stopped broker signs nobody out.
DATABASES = {"default": env.dj_db_url("DATABASE_URL", conn_max_age=600, conn_health_checks=True)}
_options = {"connect_timeout": 3}
if env.bool("NMISS_SERVES_PAGES", False):
    # Nobody waits longer for a page. Imports, migrations and backups, in other processes, may.
    _options["options"] = (
        f"-c statement_timeout={env.int('WEB_STATEMENT_SECONDS', 30)}s"
        f" -c lock_timeout={env.int('WEB_LOCK_SECONDS', 10)}s"
    )
DATABASES["default"]["OPTIONS"] = _options | DATABASES["default"].get("OPTIONS", {})
# The hub works as one role; another owns the tables, and `migrate` alone connects as that one.
DATABASE_ROLE = DATABASES["default"]["USER"]
DATABASE_OWNER = env.dj_db_url("MIGRATION_DATABASE_URL", env.str("DATABASE_URL"))
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "nmiss.base.core.signed_cache.SignedCache",
        "LOCATION": "core_cache",
    }
}
IDENTITY_KEYS = environment.keys_of("NMISS_IDENTITY_KEY", env.str("NMISS_IDENTITY_KEY"))

# People
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "name"]},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "nmiss.base.accounts.password_rules.NoWordsOfOurs"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:home"
ACCOUNT_ADAPTER = "nmiss.base.accounts.adapter.Doorkeeper"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_FORMS = {
    "login": "nmiss.base.accounts.forms.SignIn",
    "reset_password": "nmiss.base.accounts.forms.AskForNewPassword",
    "reset_password_from_key": "nmiss.base.accounts.forms.NewPassword",
    "change_password": "nmiss.base.accounts.forms.ChangePassword",
    "reauthenticate": "nmiss.base.accounts.forms.ConfirmByPassword",
}
# The second factor. Whom it is asked of is not for settings to say
# (nmiss.base.accounts.second_factor).
STEP_UP_MINUTES = env.int("STEP_UP_MINUTES", 15)
MFA_ADAPTER = "nmiss.base.accounts.adapter.Keyring"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = PRODUCT_NAME
MFA_TOTP_TOLERANCE = 1  # a code of half a minute ago is taken, too: clocks differ, people type
MFA_RECOVERY_CODE_DIGITS = 10
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an invitation reached the address
MFA_FORMS = {
    "authenticate": "nmiss.base.accounts.second_factor_forms.GiveCode",
    "reauthenticate": "nmiss.base.accounts.second_factor_forms.ConfirmByCode",
    "activate_totp": "nmiss.base.accounts.second_factor_forms.AddApp",
    "deactivate_totp": "nmiss.base.accounts.second_factor_forms.RemoveApp",
    "generate_recovery_codes": "nmiss.base.accounts.second_factor_forms.NewRecoveryCodes",
    "add_webauthn": "nmiss.base.accounts.second_factor_forms.AddPasskey",
    "authenticate_webauthn": "nmiss.base.accounts.second_factor_forms.GivePasskey",
    "reauthenticate_webauthn": "nmiss.base.accounts.second_factor_forms.ConfirmByPasskey",
}
# How often something may be tried (nmiss.base.accounts.limits, ADR 0021): so many attempts at one
# account from one source are free; then each costs a wait in seconds, which doubles up to the
# longest; and so many an hour may come from strangers to one account, and from one source.
ACCOUNT_RATE_LIMITS = False  # allauth's own lie in the cache, from which they may be pushed out
ATTEMPTS_COUNT_FOR = 3600
_tries = {
    "free": env.int("SIGN_IN_TRIES", 5),
    "first_wait": 30,
    "longest_wait": env.int("SIGN_IN_LONGEST_WAIT", 15) * 60,
    "of_account": env.int("SIGN_IN_TRIES_OF_ACCOUNT", 50),
    "of_source": env.int("SIGN_IN_TRIES_OF_ADDRESS", 100),
}
ATTEMPT_LIMITS = {
    "sign_in": _tries,
    "code": _tries | {"of_account": 20},
    "reset": _tries | {"free": 3, "first_wait": 300, "of_account": 10, "of_source": 30},
    "link": _tries | {"free": 20},
    "feed": _tries | {"free": 60, "first_wait": 60, "of_account": 240, "of_source": 2000},
}
BROWSER_DAYS = env.int("KNOWN_BROWSER_DAYS", 90)
BROWSER_COOKIE_NAME = "__Host-browser" if HTTPS else "browser"
ACCOUNT_SESSION_REMEMBER = True  # for as long as the limits below say, browser closed or not
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # strangers get no mail from us
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("PROXIES", 0)
CSRF_FAILURE_VIEW = "nmiss.across.home.views.errors.csrf_failure"
# Reading a page renews the session: the council's people may be idle for minutes, providers' for
# hours, and nobody stays signed in for longer than SESSION_LONGEST_HOURS.
SESSION_IDLE_MINUTES = env.int("SESSION_IDLE_MINUTES", 60)
SESSION_HOURS = env.int("SESSION_HOURS", 8)
SESSION_LONGEST_HOURS = env.int("SESSION_LONGEST_HOURS", 12)
SESSION_COOKIE_AGE = SESSION_LONGEST_HOURS * 3600
SESSION_ENGINE = "nmiss.base.core.sessions"
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrftoken"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

# Background work. The web never speaks to the broker: what must leave goes through the outbox.
CELERY_BROKER_URL = env.str("REDIS_URL")
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_timeout": 5, "visibility_timeout": 300}
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TIMEZONE = "Europe/London"
CELERY_BEAT_SCHEDULE = {
    "tidy-up-sign-ins": {
        "task": "nmiss.base.accounts.tasks.tidy_up",
        "schedule": 600.0,
        "options": {"expires": 600},
    },
    "note-the-tick": {
        "task": "nmiss.base.core.tasks.note_tick",
        "schedule": 10.0,
        "options": {"expires": 10},
    },
    "deliver-the-outbox": {
        "task": "nmiss.base.core.tasks.deliver_outbox",
        "schedule": 10.0,
        "options": {"expires": 10},
    },
    "read-bounces": {
        "task": "nmiss.base.accounts.tasks.read_bounces",
        "schedule": 300.0,
        "options": {"expires": 300},
    },
    "ask-notify": {
        "task": "nmiss.base.accounts.tasks.ask_notify",
        "schedule": 60.0,
        "options": {"expires": 60},
    },
    "forget-sent-forms": {
        "task": "nmiss.base.core.tasks.forget_sent_forms",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
    "settle-usual-prices": {
        "task": "placements.tasks.settle_usual_prices",
        "schedule": 900.0,
        "options": {"expires": 900},
    },
    "note-values": {
        "task": "placements.tasks.note_values",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
    "provide-fee-windows": {
        "task": "placements.tasks.provide_fee_windows",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
    "write-savings": {
        "task": "placements.tasks.write_savings",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
    "reorganise": {
        "task": "placements.tasks.reorganise",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
    "reconcile-rounds": {
        "task": "contracts.tasks.reconcile",
        "schedule": 60.0,
        "options": {"expires": 60},
    },
    "make-returns": {
        "task": "kpis.tasks.make_returns",
        "schedule": 600.0,
        "options": {"expires": 600},
    },
    "settle-standings": {
        "task": "kpis.tasks.settle_standings",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
    "propose-consequences": {
        "task": "kpis.tasks.propose_consequences",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
    "read-workbooks": {
        "task": "kpis.tasks.read_workbooks",
        "schedule": 2.0,
        "options": {"expires": 2},
    },
    "forget-old-workbooks": {
        "task": "kpis.tasks.forget_old_workbooks",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
    "read-fee-workbooks": {
        "task": "placements.tasks.read_fee_workbooks",
        "schedule": 2.0,
        "options": {"expires": 2},
    },
    "forget-old-fee-workbooks": {
        "task": "placements.tasks.forget_old_fee_workbooks",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
    "work-on-imports": {
        "task": "nmiss.across.imports.tasks.work_on_imports",
        "schedule": 2.0,
        "options": {"expires": 2},
    },
    "build-lists": {
        "task": "nmiss.base.files.tasks.build_lists",
        "schedule": 2.0,
        "options": {"expires": 2},
    },
    "forget-old-files": {
        "task": "nmiss.across.imports.tasks.forget_old_files",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
    "remind": {
        "task": "nmiss.base.core.tasks.remind",
        "schedule": 60.0,
        "options": {"expires": 60},
    },
    "end-agreements": {
        "task": "contracts.tasks.end_agreements",
        "schedule": 3600.0,
        "options": {"expires": 3600},
    },
    "note-refused-files": {
        "task": "contracts.tasks.note_refused_files",
        "schedule": 10.0,
        "options": {"expires": 10},
    },
    "check-the-files": {
        "task": "nmiss.base.files.tasks.check_files",
        "schedule": 2.0,
        "options": {"expires": 2},
    },
}

# Files. They come in by one door (nmiss.base.files.door) and lie encrypted, under made-up names.
MEDIA_ROOT = env.path("MEDIA_ROOT", env.path("NMISS_DATA_DIR", BASE_DIR / ".data") / "files")
MAX_UPLOAD_MB = env.int("MAX_UPLOAD_MB", 100)
KEEP_FILES_DAYS = env.int("KEEP_FILES_DAYS", 30)
CLAMD_ADDRESS = env.str("CLAMD_ADDRESS", "")
FILE_UPLOAD_HANDLERS = [
    "nmiss.base.files.door.RefuseHuge",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# Mail. Every message is first a row of the outbox; the worker hands it to this server.
EMAIL_BACKEND = "nmiss.base.core.outbox.OutboxEmails"
OUTBOX_EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
_mail = env.dj_email_url("EMAIL_URL", "smtp://localhost:25")
EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_HOST"], _mail["EMAIL_PORT"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_USER"], _mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail["EMAIL_USE_TLS"], _mail["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = 10
# GOV.UK Notify in the mail server's place, where there is a key.
NOTIFY_API_KEY = env.str("NOTIFY_API_KEY", "")
NOTIFY_TEMPLATE_ID = env.str("NOTIFY_TEMPLATE_ID", "")
NOTIFY_REPLY_TO_ID = env.str("NOTIFY_REPLY_TO_ID", "")
NOTIFY_URL = env.str("NOTIFY_URL", "https://api.notifications.service.gov.uk")
BOUNCE_MAILBOX_URL = env.str("BOUNCE_MAILBOX_URL", "")  # where reports of mail that bounced arrive
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", CONTACT_EMAIL)

# Pages
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": [SELF],
        "frame-ancestors": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
FORM_RENDERER = "nmiss.base.core.renderer.QuickFields"
CRISPY_ALLOWED_TEMPLATE_PACKS = ["gds"]
CRISPY_TEMPLATE_PACK = "gds"
CRISPY_CLASS_CONVERTERS = {"dateinput": "govuk-input", "numberinput": "govuk-input"}
CRISPY_GDS_FRONTEND_VERSION = "5.8.0"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": env.str(
            "STATICFILES_STORAGE", "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}

# The log, on standard error
_log_json = env.bool("LOG_JSON", False)
LOGGING = logging_settings(
    as_json=_log_json, level=env.str("LOG_LEVEL", "INFO" if _log_json else "WARNING")
)

# Place and time
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False
