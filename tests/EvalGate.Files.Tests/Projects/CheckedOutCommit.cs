namespace EvalGate.Files.Tests;

public static class CheckedOutCommit
{
    private const string Hash = "0123456789abcdef0123456789abcdef01234567";
    private const string Other = "ffffffffffffffffffffffffffffffffffffffff";

    [Fact]
    public static void IsFoundFromAFolderBelow()
    {
        using var folder = ARepository("ref: refs/heads/topic/x\n");
        folder.Write(".git/refs/heads/topic/x", Hash + "\n");
        folder.Write("src/deep/file", "");

        Assert.Equal(Hash, GitHead.Commit(folder["src/deep"]));
    }

    [Fact]
    public static void MayBeDetached()
    {
        using var folder = ARepository(Hash + "\n");

        Assert.Equal(Hash, GitHead.Commit(folder.Path));
    }

    [Fact]
    public static void MayBePacked()
    {
        using var folder = ARepository("ref: refs/heads/main\n");
        folder.Write(".git/packed-refs", $"# pack-refs with: peeled fully-peeled sorted \n{Other} refs/heads/other-main\n{Hash} refs/heads/main\n^{Other}\n");

        Assert.Equal(Hash, GitHead.Commit(folder.Path));
    }

    [Fact]
    public static void IsTheLooseOneBeforeThePackedOne()
    {
        using var folder = ARepository("ref: refs/heads/main\n");
        folder.Write(".git/packed-refs", $"{Other} refs/heads/main\n");
        folder.Write(".git/refs/heads/main", Hash);

        Assert.Equal(Hash, GitHead.Commit(folder.Path));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public static void OfALinkedWorktreeIsItsOwn(bool isPacked)
    {
        using var folder = ARepository("ref: refs/heads/main\n");
        folder.Write(".git/refs/heads/main", Other);
        folder.Write(".git/worktrees/w/HEAD", "ref: refs/heads/topic\n");
        folder.Write(".git/worktrees/w/commondir", "../..\n");
        folder.Write(isPacked ? ".git/packed-refs" : ".git/refs/heads/topic", isPacked ? $"{Hash} refs/heads/topic\n" : Hash);
        folder.Write("linked/.git", "gitdir: ../.git/worktrees/w\n");

        Assert.Equal(Hash, GitHead.Commit(folder["linked"]));
    }

    [Theory]
    [InlineData("ref: refs/heads/unborn\n")]
    [InlineData("ref: refs/heads/.invalid\n")]
    [InlineData("ref: ../secret\n")]
    [InlineData("ref: refs/../../secret\n")]
    [InlineData("ref: refs/heads/loop\n")]
    [InlineData("nonsense")]
    [InlineData("")]
    public static void IsNullWhereThereIsNone(string head)
    {
        using var folder = ARepository(head);
        folder.Write("secret", Hash);
        folder.Write(".git/refs/heads/loop", "ref: refs/heads/loop");

        Assert.Null(GitHead.Commit(folder.Path));
    }

    [Fact]
    public static void IsNullOutsideARepository()
    {
        using var folder = new TempFolder();

        Assert.Null(GitHead.Commit(folder.Path));
        Assert.Null(GitHead.Commit(folder["does/not/exist"]));
    }

    private static TempFolder ARepository(string head)
    {
        var folder = new TempFolder();
        folder.Write(".git/HEAD", head);
        return folder;
    }
}
