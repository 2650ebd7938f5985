-- CreateTable
CREATE TABLE "WorkspaceFit" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "modelVersion" INTEGER NOT NULL,
    "timeZone" TEXT NOT NULL,
    "asOf" DATETIME,
    "twoWay" REAL NOT NULL,
    "inbound" REAL NOT NULL,
    "replay" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "ReplayedContact" (
    "window" INTEGER NOT NULL,
    "contactId" INTEGER NOT NULL,
    "place" INTEGER,
    "wrote" BOOLEAN NOT NULL,

    PRIMARY KEY ("window", "contactId"),
    CONSTRAINT "ReplayedContact_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ReplayedContact_contactId_idx" ON "ReplayedContact"("contactId");
