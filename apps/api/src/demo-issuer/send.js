// The way out of the demonstration needs a form sent to its issuer; the button does the same without this script.
document.querySelector('button[form="op.logoutForm"]')?.click();
