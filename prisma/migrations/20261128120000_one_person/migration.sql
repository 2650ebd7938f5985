-- CreateTable
CREATE TABLE "ContactMerge" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "publicId" TEXT NOT NULL,
    "survivorId" INTEGER NOT NULL,
    "mergedId" INTEGER NOT NULL,
    "how" TEXT NOT NULL,
    "mergedAt" DATETIME NOT NULL,
    "mergedById" INTEGER,
    "importRunId" INTEGER,
    "carried" TEXT NOT NULL,
    "separatedAt" DATETIME,
    CONSTRAINT "ContactMerge_survivorId_fkey" FOREIGN KEY ("survivorId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ContactMerge_mergedId_fkey" FOREIGN KEY ("mergedId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DifferentPeople" (
    "left" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    "saidAt" DATETIME NOT NULL,
    "saidById" INTEGER,

    PRIMARY KEY ("left", "right")
);

-- CreateTable
CREATE TABLE "SamePersonGuess" (
    "leftId" INTEGER NOT NULL,
    "rightId" INTEGER NOT NULL,
    "certainty" INTEGER NOT NULL,
    "reasons" TEXT NOT NULL,

    PRIMARY KEY ("leftId", "rightId"),
    CONSTRAINT "SamePersonGuess_leftId_fkey" FOREIGN KEY ("leftId") REFERENCES "Identity" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SamePersonGuess_rightId_fkey" FOREIGN KEY ("rightId") REFERENCES "Identity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "ContactMerge_publicId_key" ON "ContactMerge"("publicId");

-- CreateIndex
CREATE INDEX "ContactMerge_survivorId_idx" ON "ContactMerge"("survivorId");

-- CreateIndex
CREATE INDEX "ContactMerge_mergedId_idx" ON "ContactMerge"("mergedId");

-- CreateIndex
CREATE INDEX "ContactMerge_importRunId_idx" ON "ContactMerge"("importRunId");

-- CreateIndex
CREATE INDEX "DifferentPeople_right_idx" ON "DifferentPeople"("right");

-- CreateIndex
CREATE INDEX "SamePersonGuess_rightId_idx" ON "SamePersonGuess"("rightId");

-- CreateIndex
CREATE INDEX "SamePersonGuess_certainty_idx" ON "SamePersonGuess"("certainty");
