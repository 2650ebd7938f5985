-- CreateTable
CREATE TABLE "ErasedIdentity" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "erasure" INTEGER NOT NULL,
    "erasedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ErasureSalt" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "salt" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "ErasedIdentity_erasure_idx" ON "ErasedIdentity"("erasure");
