-- CreateTable
CREATE TABLE "Consent" (
    "importRunId" INTEGER NOT NULL,
    "identityId" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "ownAccountId" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "at" DATETIME,
    "seenAt" DATETIME NOT NULL,

    PRIMARY KEY ("importRunId", "identityId", "channel"),
    CONSTRAINT "Consent_importRunId_fkey" FOREIGN KEY ("importRunId") REFERENCES "ImportRun" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Consent_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Consent_ownAccountId_fkey" FOREIGN KEY ("ownAccountId") REFERENCES "OwnAccount" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Aggregate" (
    "importRunId" INTEGER NOT NULL,
    "identityId" INTEGER NOT NULL,
    "metric" TEXT NOT NULL,
    "window" TEXT NOT NULL,
    "ownAccountId" INTEGER NOT NULL,
    "value" REAL NOT NULL,
    "asOf" DATETIME NOT NULL,

    PRIMARY KEY ("importRunId", "identityId", "metric", "window"),
    CONSTRAINT "Aggregate_importRunId_fkey" FOREIGN KEY ("importRunId") REFERENCES "ImportRun" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Aggregate_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Aggregate_ownAccountId_fkey" FOREIGN KEY ("ownAccountId") REFERENCES "OwnAccount" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "IdentityProfile" (
    "importRunId" INTEGER NOT NULL,
    "identityId" INTEGER NOT NULL,
    "facts" TEXT NOT NULL,
    "asOf" DATETIME NOT NULL,

    PRIMARY KEY ("importRunId", "identityId"),
    CONSTRAINT "IdentityProfile_importRunId_fkey" FOREIGN KEY ("importRunId") REFERENCES "ImportRun" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "IdentityProfile_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RelationSnapshot" (
    "importRunId" INTEGER NOT NULL,
    "ownAccountId" INTEGER NOT NULL,
    "platform" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "complete" BOOLEAN NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("importRunId", "platform", "kind"),
    CONSTRAINT "RelationSnapshot_ownAccountId_fkey" FOREIGN KEY ("ownAccountId") REFERENCES "OwnAccount" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "RelationSnapshot_importRunId_fkey" FOREIGN KEY ("importRunId") REFERENCES "ImportRun" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ColumnMapping" (
    "fingerprint" TEXT NOT NULL PRIMARY KEY,
    "meanings" TEXT NOT NULL,
    "savedAt" DATETIME NOT NULL
);

-- AlterTable
ALTER TABLE "ImportRun" ADD COLUMN "questions" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "ImportRun" ADD COLUMN "answers" TEXT NOT NULL DEFAULT '{}';
ALTER TABLE "ImportRun" ADD COLUMN "reader" TEXT;
ALTER TABLE "ImportRun" ADD COLUMN "pauseAsked" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "Consent_identityId_idx" ON "Consent"("identityId");

-- CreateIndex
CREATE INDEX "Aggregate_identityId_idx" ON "Aggregate"("identityId");

-- CreateIndex
CREATE INDEX "IdentityProfile_identityId_idx" ON "IdentityProfile"("identityId");

-- CreateIndex
CREATE INDEX "RelationSnapshot_ownAccountId_kind_idx" ON "RelationSnapshot"("ownAccountId", "kind");
