-- CreateTable
CREATE TABLE "Workspace" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "minutesADay" INTEGER NOT NULL DEFAULT 15,
    "horizonDays" INTEGER NOT NULL DEFAULT 90,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedById" INTEGER
);

-- CreateTable
CREATE TABLE "Teammate" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "authUserId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "theme" TEXT NOT NULL DEFAULT 'system',
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedById" INTEGER,
    CONSTRAINT "Teammate_authUserId_fkey" FOREIGN KEY ("authUserId") REFERENCES "AuthUser" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuthUser" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AuthSession" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "AuthSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "AuthUser" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuthAccount" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" DATETIME,
    "refreshTokenExpiresAt" DATETIME,
    "scope" TEXT,
    "password" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "AuthAccount_userId_fkey" FOREIGN KEY ("userId") REFERENCES "AuthUser" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuthVerification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AuthRateLimit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "OwnAccount" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "access" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedById" INTEGER
);

-- CreateTable
CREATE TABLE "OwnIdentity" (
    "ownAccountId" INTEGER NOT NULL,
    "identityId" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,

    PRIMARY KEY ("ownAccountId", "identityId"),
    CONSTRAINT "OwnIdentity_ownAccountId_fkey" FOREIGN KEY ("ownAccountId") REFERENCES "OwnAccount" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OwnIdentity_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "Identity" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "scope" TEXT NOT NULL DEFAULT '',
    "handle" TEXT,
    "displayName" TEXT,
    "profileUrl" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "company" TEXT,
    "title" TEXT,
    "evidence" TEXT NOT NULL,
    "gone" BOOLEAN NOT NULL DEFAULT false,
    "seenAt" DATETIME NOT NULL,
    "contactId" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedById" INTEGER,
    CONSTRAINT "Identity_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "IdentityAlias" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "identityId" INTEGER NOT NULL,
    "platform" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "scope" TEXT NOT NULL DEFAULT '',
    "seenAt" DATETIME NOT NULL,
    CONSTRAINT "IdentityAlias_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameBasis" TEXT NOT NULL DEFAULT 'source',
    "headline" TEXT,
    "headlineBasis" TEXT NOT NULL DEFAULT 'source',
    "stage" TEXT NOT NULL DEFAULT 'in_conversation',
    "howMet" TEXT,
    "ownerId" INTEGER,
    "mergedIntoId" INTEGER,
    "createdAt" DATETIME NOT NULL,
    "createdHow" TEXT NOT NULL,
    "deletedAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedById" INTEGER
);

-- CreateTable
CREATE TABLE "ContactIdentity" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "contactId" INTEGER NOT NULL,
    "identityId" INTEGER NOT NULL,
    "how" TEXT NOT NULL,
    "confidence" REAL NOT NULL DEFAULT 1,
    "attachedById" INTEGER,
    "attachedAt" DATETIME NOT NULL,
    "detachedAt" DATETIME,
    CONSTRAINT "ContactIdentity_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ContactIdentity_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Relation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "ownAccountId" INTEGER NOT NULL,
    "identityId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "since" DATETIME,
    "precision" TEXT NOT NULL DEFAULT 'unknown',
    "zone" TEXT NOT NULL DEFAULT 'unknown',
    "sinceBasis" TEXT NOT NULL,
    "endedAfter" DATETIME,
    "endedBefore" DATETIME,
    CONSTRAINT "Relation_ownAccountId_fkey" FOREIGN KEY ("ownAccountId") REFERENCES "OwnAccount" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Relation_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Conversation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "ownAccountId" INTEGER NOT NULL,
    "externalId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT,
    "folder" TEXT,
    "nativeUrl" TEXT,
    "closedAt" DATETIME,
    "closedThrough" DATETIME,
    "closedBecause" TEXT,
    "snoozeMode" TEXT,
    "snoozedUntil" DATETIME,
    "snoozedThrough" DATETIME,
    "assigneeId" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedById" INTEGER,
    CONSTRAINT "Conversation_ownAccountId_fkey" FOREIGN KEY ("ownAccountId") REFERENCES "OwnAccount" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ConversationParticipant" (
    "conversationId" INTEGER NOT NULL,
    "identityId" INTEGER NOT NULL,

    PRIMARY KEY ("conversationId", "identityId"),
    CONSTRAINT "ConversationParticipant_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ConversationParticipant_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "ConversationState" (
    "conversationId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "contactId" INTEGER,
    "turn" TEXT NOT NULL,
    "turnSince" DATETIME,
    "quietBecause" TEXT,
    "wakeAt" DATETIME,
    "lastMessageId" INTEGER,
    "lastInAt" DATETIME,
    "lastOutAt" DATETIME,
    "messageCount" INTEGER NOT NULL,
    CONSTRAINT "ConversationState_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Interaction" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "ownAccountId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "idBasis" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "occurredAt" DATETIME,
    "precision" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "conversationId" INTEGER,
    "parentExternalId" TEXT,
    "actedById" INTEGER,
    "attachments" INTEGER NOT NULL DEFAULT 0,
    "emoji" TEXT,
    "url" TEXT,
    "deletedAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedById" INTEGER,
    CONSTRAINT "Interaction_ownAccountId_fkey" FOREIGN KEY ("ownAccountId") REFERENCES "OwnAccount" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Interaction_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InteractionBody" (
    "interactionId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "subject" TEXT,
    "text" TEXT NOT NULL,
    "format" TEXT NOT NULL DEFAULT 'plain',
    CONSTRAINT "InteractionBody_interactionId_fkey" FOREIGN KEY ("interactionId") REFERENCES "Interaction" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InteractionParticipant" (
    "interactionId" INTEGER NOT NULL,
    "identityId" INTEGER NOT NULL,
    "role" TEXT NOT NULL,

    PRIMARY KEY ("interactionId", "identityId", "role"),
    CONSTRAINT "InteractionParticipant_interactionId_fkey" FOREIGN KEY ("interactionId") REFERENCES "Interaction" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "InteractionParticipant_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "ContactEvent" (
    "contactId" INTEGER NOT NULL,
    "occurredAt" DATETIME NOT NULL,
    "interactionId" INTEGER NOT NULL,
    "direction" INTEGER NOT NULL,
    "weight" INTEGER NOT NULL,
    "countsForHealth" BOOLEAN NOT NULL,
    "ownAccountId" INTEGER NOT NULL,

    PRIMARY KEY ("contactId", "occurredAt", "interactionId")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "ContactHealth" (
    "contactId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "modelVersion" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "health" INTEGER NOT NULL,
    "stateName" TEXT NOT NULL,
    "tie" REAL NOT NULL,
    "readAt" DATETIME,
    "lastInAt" DATETIME,
    "lastOutAt" DATETIME,
    "nextChangeAt" DATETIME,
    CONSTRAINT "ContactHealth_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Coverage" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "ownAccountId" INTEGER NOT NULL,
    "importRunId" INTEGER,
    "kind" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "from" DATETIME,
    "to" DATETIME,
    "complete" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "Coverage_ownAccountId_fkey" FOREIGN KEY ("ownAccountId") REFERENCES "OwnAccount" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedById" INTEGER
);

-- CreateTable
CREATE TABLE "ContactTag" (
    "contactId" INTEGER NOT NULL,
    "tagId" INTEGER NOT NULL,
    "addedAt" DATETIME NOT NULL,
    "addedById" INTEGER,

    PRIMARY KEY ("contactId", "tagId"),
    CONSTRAINT "ContactTag_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ContactTag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "Note" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "contactId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "writtenAt" DATETIME NOT NULL,
    "writtenById" INTEGER,
    "deletedAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedById" INTEGER,
    CONSTRAINT "Note_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "teammateId" INTEGER NOT NULL,
    "conversationId" INTEGER NOT NULL,
    "mode" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Draft_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "inputPath" TEXT,
    "inputIsOurs" BOOLEAN NOT NULL DEFAULT true,
    "sizeBytes" BIGINT NOT NULL DEFAULT 0,
    "platform" TEXT,
    "title" TEXT,
    "readerVersion" INTEGER,
    "generatedAt" DATETIME,
    "ownAccountId" INTEGER,
    "recognition" TEXT,
    "owner" TEXT,
    "counts" TEXT NOT NULL DEFAULT '{}',
    "leftOut" TEXT NOT NULL DEFAULT '[]',
    "result" TEXT,
    "checkpoint" TEXT,
    "bytesRead" BIGINT NOT NULL DEFAULT 0,
    "bytesTotal" BIGINT NOT NULL DEFAULT 0,
    "problem" TEXT,
    "stopAsked" BOOLEAN NOT NULL DEFAULT false,
    "startedById" INTEGER,
    "createdAt" DATETIME NOT NULL,
    "startedAt" DATETIME,
    "readAt" DATETIME,
    "finishedAt" DATETIME,
    "undoneAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedById" INTEGER
);

-- CreateTable
CREATE TABLE "ImportRunRow" (
    "importRunId" INTEGER NOT NULL,
    "entity" INTEGER NOT NULL,
    "rowId" INTEGER NOT NULL,
    "role" INTEGER NOT NULL,
    "previous" TEXT,

    PRIMARY KEY ("importRunId", "entity", "rowId")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "ImportReject" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "importRunId" INTEGER NOT NULL,
    "file" TEXT NOT NULL,
    "line" INTEGER,
    "reason" TEXT NOT NULL,
    "sample" TEXT,
    CONSTRAINT "ImportReject_importRunId_fkey" FOREIGN KEY ("importRunId") REFERENCES "ImportRun" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "teammateId" INTEGER,
    "verb" TEXT NOT NULL,
    "subject" TEXT,
    "detail" TEXT NOT NULL DEFAULT '{}'
);

-- CreateTable
CREATE TABLE "JournalEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "teammateId" INTEGER,
    "verb" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "idempotencyKey" TEXT,
    "inverse" TEXT NOT NULL,
    "touched" TEXT NOT NULL,
    "undoneAt" DATETIME
);

-- CreateTable
CREATE TABLE "Job" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "runAfter" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "startedAt" DATETIME,
    "finishedAt" DATETIME,
    "problem" TEXT,
    "idempotencyKey" TEXT
);

-- CreateIndex
CREATE UNIQUE INDEX "Workspace_publicId_key" ON "Workspace"("publicId");

-- CreateIndex
CREATE UNIQUE INDEX "Teammate_publicId_key" ON "Teammate"("publicId");

-- CreateIndex
CREATE UNIQUE INDEX "Teammate_authUserId_key" ON "Teammate"("authUserId");

-- CreateIndex
CREATE UNIQUE INDEX "AuthUser_email_key" ON "AuthUser"("email");

-- CreateIndex
CREATE UNIQUE INDEX "AuthSession_token_key" ON "AuthSession"("token");

-- CreateIndex
CREATE INDEX "AuthSession_userId_idx" ON "AuthSession"("userId");

-- CreateIndex
CREATE INDEX "AuthAccount_userId_idx" ON "AuthAccount"("userId");

-- CreateIndex
CREATE INDEX "AuthVerification_identifier_idx" ON "AuthVerification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "AuthRateLimit_key_key" ON "AuthRateLimit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "OwnAccount_publicId_key" ON "OwnAccount"("publicId");

-- CreateIndex
CREATE INDEX "OwnIdentity_identityId_idx" ON "OwnIdentity"("identityId");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_publicId_key" ON "Identity"("publicId");

-- CreateIndex
CREATE INDEX "Identity_contactId_idx" ON "Identity"("contactId");

-- CreateIndex
CREATE INDEX "Identity_email_idx" ON "Identity"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_platform_kind_key_scope_key" ON "Identity"("platform", "kind", "key", "scope");

-- CreateIndex
CREATE INDEX "IdentityAlias_identityId_idx" ON "IdentityAlias"("identityId");

-- CreateIndex
CREATE UNIQUE INDEX "IdentityAlias_platform_kind_key_scope_key" ON "IdentityAlias"("platform", "kind", "key", "scope");

-- CreateIndex
CREATE UNIQUE INDEX "Contact_publicId_key" ON "Contact"("publicId");

-- CreateIndex
CREATE INDEX "Contact_name_idx" ON "Contact"("name");

-- CreateIndex
CREATE INDEX "Contact_mergedIntoId_idx" ON "Contact"("mergedIntoId");

-- CreateIndex
CREATE INDEX "ContactIdentity_identityId_idx" ON "ContactIdentity"("identityId");

-- CreateIndex
CREATE INDEX "ContactIdentity_contactId_idx" ON "ContactIdentity"("contactId");

-- CreateIndex
CREATE UNIQUE INDEX "Relation_publicId_key" ON "Relation"("publicId");

-- CreateIndex
CREATE INDEX "Relation_identityId_idx" ON "Relation"("identityId");

-- CreateIndex
CREATE UNIQUE INDEX "Relation_ownAccountId_identityId_kind_key" ON "Relation"("ownAccountId", "identityId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Conversation_publicId_key" ON "Conversation"("publicId");

-- CreateIndex
CREATE UNIQUE INDEX "Conversation_ownAccountId_externalId_key" ON "Conversation"("ownAccountId", "externalId");

-- CreateIndex
CREATE INDEX "ConversationParticipant_identityId_idx" ON "ConversationParticipant"("identityId");

-- CreateIndex
CREATE INDEX "ConversationState_turn_turnSince_idx" ON "ConversationState"("turn", "turnSince");

-- CreateIndex
CREATE INDEX "ConversationState_contactId_idx" ON "ConversationState"("contactId");

-- CreateIndex
CREATE INDEX "ConversationState_wakeAt_idx" ON "ConversationState"("wakeAt");

-- CreateIndex
CREATE UNIQUE INDEX "Interaction_publicId_key" ON "Interaction"("publicId");

-- CreateIndex
CREATE INDEX "Interaction_conversationId_occurredAt_idx" ON "Interaction"("conversationId", "occurredAt");

-- CreateIndex
CREATE UNIQUE INDEX "Interaction_ownAccountId_kind_externalId_key" ON "Interaction"("ownAccountId", "kind", "externalId");

-- CreateIndex
CREATE INDEX "InteractionParticipant_identityId_idx" ON "InteractionParticipant"("identityId");

-- CreateIndex
CREATE INDEX "ContactEvent_interactionId_idx" ON "ContactEvent"("interactionId");

-- CreateIndex
CREATE INDEX "ContactHealth_health_idx" ON "ContactHealth"("health");

-- CreateIndex
CREATE INDEX "ContactHealth_nextChangeAt_idx" ON "ContactHealth"("nextChangeAt");

-- CreateIndex
CREATE INDEX "Coverage_ownAccountId_idx" ON "Coverage"("ownAccountId");

-- CreateIndex
CREATE INDEX "Coverage_importRunId_idx" ON "Coverage"("importRunId");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_publicId_key" ON "Tag"("publicId");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_name_key" ON "Tag"("name");

-- CreateIndex
CREATE INDEX "ContactTag_tagId_idx" ON "ContactTag"("tagId");

-- CreateIndex
CREATE UNIQUE INDEX "Note_publicId_key" ON "Note"("publicId");

-- CreateIndex
CREATE INDEX "Note_contactId_writtenAt_idx" ON "Note"("contactId", "writtenAt");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_publicId_key" ON "Draft"("publicId");

-- CreateIndex
CREATE INDEX "Draft_conversationId_idx" ON "Draft"("conversationId");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_teammateId_conversationId_key" ON "Draft"("teammateId", "conversationId");

-- CreateIndex
CREATE UNIQUE INDEX "ImportRun_publicId_key" ON "ImportRun"("publicId");

-- CreateIndex
CREATE INDEX "ImportRun_status_idx" ON "ImportRun"("status");

-- CreateIndex
CREATE INDEX "ImportReject_importRunId_idx" ON "ImportReject"("importRunId");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_publicId_key" ON "AuditEvent"("publicId");

-- CreateIndex
CREATE UNIQUE INDEX "JournalEntry_publicId_key" ON "JournalEntry"("publicId");

-- CreateIndex
CREATE UNIQUE INDEX "JournalEntry_idempotencyKey_key" ON "JournalEntry"("idempotencyKey");

-- CreateIndex
CREATE INDEX "JournalEntry_teammateId_at_idx" ON "JournalEntry"("teammateId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Job_publicId_key" ON "Job"("publicId");

-- CreateIndex
CREATE UNIQUE INDEX "Job_idempotencyKey_key" ON "Job"("idempotencyKey");

-- CreateIndex
CREATE INDEX "Job_status_runAfter_idx" ON "Job"("status", "runAfter");

-- beyond Prisma

-- Finds people: one text row per identity and per contact, without accents, prefix search by the query's "*".
CREATE VIRTUAL TABLE "IdentityText" USING fts5(
    "displayName", "handle", "email", "company",
    content='Identity', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE "ContactText" USING fts5(
    "name", "headline",
    content='Contact', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);

CREATE TRIGGER "Identity_text_insert" AFTER INSERT ON "Identity" BEGIN
    INSERT INTO "IdentityText"(rowid, "displayName", "handle", "email", "company")
    VALUES (new."id", new."displayName", new."handle", new."email", new."company");
END;
CREATE TRIGGER "Identity_text_delete" AFTER DELETE ON "Identity" BEGIN
    INSERT INTO "IdentityText"("IdentityText", rowid, "displayName", "handle", "email", "company")
    VALUES ('delete', old."id", old."displayName", old."handle", old."email", old."company");
END;
CREATE TRIGGER "Identity_text_update" AFTER UPDATE OF "displayName", "handle", "email", "company" ON "Identity" BEGIN
    INSERT INTO "IdentityText"("IdentityText", rowid, "displayName", "handle", "email", "company")
    VALUES ('delete', old."id", old."displayName", old."handle", old."email", old."company");
    INSERT INTO "IdentityText"(rowid, "displayName", "handle", "email", "company")
    VALUES (new."id", new."displayName", new."handle", new."email", new."company");
END;
CREATE TRIGGER "Contact_text_insert" AFTER INSERT ON "Contact" BEGIN
    INSERT INTO "ContactText"(rowid, "name", "headline") VALUES (new."id", new."name", new."headline");
END;
CREATE TRIGGER "Contact_text_delete" AFTER DELETE ON "Contact" BEGIN
    INSERT INTO "ContactText"("ContactText", rowid, "name", "headline")
    VALUES ('delete', old."id", old."name", old."headline");
END;
CREATE TRIGGER "Contact_text_update" AFTER UPDATE OF "name", "headline" ON "Contact" BEGIN
    INSERT INTO "ContactText"("ContactText", rowid, "name", "headline")
    VALUES ('delete', old."id", old."name", old."headline");
    INSERT INTO "ContactText"(rowid, "name", "headline") VALUES (new."id", new."name", new."headline");
END;
