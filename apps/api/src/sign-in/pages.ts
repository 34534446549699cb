import type { SignInPost } from "../db/database.ts";
import type { IssuerSettings } from "./issuer-settings.ts";
import { html, page } from "./look/page.ts";

const goingTo = (returnTo: string | undefined) =>
  returnTo ? `?${new URLSearchParams({ "return-to": returnTo })}` : "";

const signInAgain = (returnTo?: string) =>
  html`<p><a class="button" href="/sign-in${goingTo(returnTo)}">Sign in</a></p>`;

export const signInPage = (issuers: readonly IssuerSettings[], returnTo: string | undefined, isDemo: boolean): string =>
  page(
    { title: "Sign in", demonstration: isDemo },
    html`<p>Linchpin is for named persons, lead professionals and their managers. Sign in with the service that your employer uses.</p>
<ul class="plain-list">${issuers.map(
      ({ id, label }) => html`<li><a class="button" href="/sign-in/${id}/start${goingTo(returnTo)}">${label}</a></li>`,
    )}</ul>
${issuers.length > 1 && html`<p class="quiet">If you do not know which to choose, ask your manager.</p>`}`,
  );

/** Said alike to everybody whose way back from the issuer did not hold, whatever was wrong with it. */
export const notFinishedPage = (): string =>
  page(
    { title: "Sign-in did not finish" },
    html`<p>You have not been signed in. This happens when a sign-in is left for a while, is opened twice, or is begun in another browser.</p>`,
    signInAgain(),
  );

export const issuerAwayPage = (): string =>
  page(
    { title: "The sign-in service does not answer" },
    html`<p>The service that your employer uses to sign you in cannot be reached. Try again in a few minutes. If it goes on, tell your service desk.</p>`,
    signInAgain(),
  );

/** Said alike to somebody nobody knows, somebody who left, and somebody whose area uses another way to sign in. */
export const noPostPage = (): string =>
  page(
    { title: "You have no post in Linchpin today" },
    html`<p>Your sign-in worked, and there is nothing here that it opens. Linchpin opens for people whose manager has given them a post that has begun and has not ended.</p>
<p>If you work with children in an area that uses Linchpin, ask your manager to check your post and the account you sign in with.</p>
<p><a href="/sign-in">Sign in as somebody else</a></p>`,
  );

/** Somebody whose post asks for more than a password: they are sent to do it, and may say that they did. */
export const secondFactorPage = ({ id, label }: IssuerSettings, returnTo: string | undefined): string => {
  const query = new URLSearchParams({ "second-step": "1", ...(returnTo && { "return-to": returnTo }) });
  return page(
    { title: "Your post asks for a second step" },
    html`<p>A password alone does not open this post: much can be seen from it. Sign in again and confirm it with your card, phone or key, as your employer has set it up.</p>
<p><a class="button" href="/sign-in/${id}/start?${query.toString()}">${label}, with a second step</a></p>
<p>If you have just done that and are back here, tell your service desk: the service that signs you in did not say that you confirmed it.</p>`,
  );
};

export const tooManyPage = (seconds: number): string => {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return page(
    { title: "Too many sign-ins" },
    html`<p>Somebody has tried to sign in from here too often. Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.</p>`,
  );
};

export const choosePostPage = (posts: readonly SignInPost[], formToken: string, nowIn: string | undefined): string =>
  page(
    { title: "Which post are you working in?", demonstration: posts.some((post) => post.isDemonstration) },
    html`<p>You hold more than one post. What you can see and do depends on the post. You can change it later.</p>
<form method="post" action="/sign-in/post">
<input type="hidden" name="form-token" value="${formToken}">
<ul class="plain-list">${posts.map(
      (post) => html`<li><button class="choice" name="post" value="${post.areaId} ${post.postId}">
<strong>${post.postTitle}</strong><span>${post.agencyName}, ${post.areaName}</span>
${post.postId === nowIn && html`<span class="quiet">You are working in this post now.</span>`}</button></li>`,
    )}</ul>
</form>`,
  );

export const onePostPage = (home: string): string =>
  page(
    { title: "You hold one post" },
    html`<p>There is no other post to change to. If you have a new one, ask your manager whether it has begun in Linchpin.</p>
<p><a href="${home}">Go back to your work</a></p>`,
  );

export const signOutPage = (home: string): string =>
  page(
    { title: "Sign out" },
    html`<form method="post" action="/sign-out"><p><button class="button">Sign out here</button></p></form>
<h2>Sign out everywhere</h2>
<p>If you may have stayed signed in on another computer or phone, this ends your session there too.</p>
<form method="post" action="/sign-out/everywhere"><p><button class="button button-quiet">Sign out everywhere</button></p></form>
<p><a href="${home}">Go back to your work</a></p>`,
  );

export const signedOutPage = (): string =>
  page(
    { title: "You have signed out" },
    html`<p>If others use this computer, close the browser too.</p>`,
    signInAgain(),
  );

export const sessionEndedPage = (idleMinutes: number, returnTo: string | undefined): string =>
  page(
    { title: "Your session has ended" },
    html`<p>For the children's safety, a session ends when nothing was done for a while (${idleMinutes} minutes, unless your area has set another time), at the end of a long day, and when a post ends.</p>
<p>What you had begun to write in a form is kept for you.</p>`,
    signInAgain(returnTo),
  );

export const notFoundPage = (): string =>
  page({ title: "There is no such page" }, html`<p>Check the address, or <a href="/">go to your work</a>.</p>`);

export const wentWrongPage = (requestId: string): string =>
  page(
    { title: "Something went wrong" },
    html`<p>Try again in a few minutes. If it goes on, tell your service desk this number: ${requestId}.</p>`,
  );

export const busyPage = (): string =>
  page({ title: "Linchpin is busy" }, html`<p>Nothing was saved. Wait a minute, then try again.</p>`);

export const notBuiltPage = (): string =>
  page(
    { title: "The portals are not built" },
    html`<p>This process serves the portals once they are built: run <code>npm start</code>, which builds them first.</p>`,
  );
