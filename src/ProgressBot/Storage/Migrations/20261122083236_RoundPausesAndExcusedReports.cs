using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProgressBot.Storage.Migrations
{
    /// <inheritdoc />
    public partial class RoundPausesAndExcusedReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "PausedAt",
                table: "Rounds",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ExcusedReason",
                table: "Reports",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "PausedAt",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "ExcusedReason",
                table: "Reports");
        }
    }
}
